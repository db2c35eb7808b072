import { numbers } from './numbers'

export const library = {
  title: 'Library',
  count: (count: number): string =>
    `${numbers.integer(count)} ${numbers.plural(count, { one: 'recording', other: 'recordings' })}`,
  empty: 'No recordings yet',
  emptyHint: 'Every recording you drop is kept here, on this computer only.',
  columns: { name: 'Name', answer: 'Answer', length: 'Length', added: 'Added', actions: 'Actions' },
  open: (name: string): string => `Open ${name}`,
  more: (name: string): string => `More for ${name}`,
  rename: 'Rename',
  renameLabel: 'Name of the recording',
  save: 'Save',
  remove: 'Delete',
  analyseAgain: 'Analyse again',
  removed: (name: string): string => `${name} deleted.`,
  restored: (name: string): string => `${name} is back.`,
  renamed: (name: string): string => `Now called ${name}.`,
  /** Where an answer would stand. */
  state: { waiting: 'Waiting', analysing: 'Analysing', failed: 'Not analysed' },
  search: 'Search by name',
  noMatch: (query: string): string => `No recording is called “${query}”.`
}
