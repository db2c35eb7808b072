/** What somebody may be given who is asked for help. */
export const bundle = {
  title: 'If you ask for help',
  hint: 'Versions, the system check and the log: no names, notes, files, addresses or sounds. Read it, save it, give it to whom you choose; it is sent to nobody.',
  show: 'Show what it holds',
  save: 'Save as a file',
  written: (path: string): string => `Written to ${path}; it is sent to nobody.`
}
