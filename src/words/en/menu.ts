/** The native menu and the few native dialogs of the desktop window. `&` marks the key that picks an entry. */
export const menu = {
  file: '&File',
  open: '&Open…',
  openFolder: 'Open &Folder…',
  recent: 'Open &Recent',
  clearRecent: 'Clear Menu',
  edit: '&Edit',
  view: '&View',
  window: '&Window',
  help: '&Help',
  website: 'About the research &data',
  sounds: 'Sound files',
  everything: 'All files',
  stopped: {
    what: 'The window stopped twice in a short time.',
    kept: 'Your recordings are kept.',
    again: 'Load it again',
    quit: 'Quit'
  },
  arrived: 'A recording has arrived',
  arrivedFrom: (name: string, phone: string): string => `${name}, from ${phone}`,
  cannotStart: 'OPS Fusion cannot start'
} as const
