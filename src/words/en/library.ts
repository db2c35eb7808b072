import { numbers } from './numbers'

export const library = {
  title: 'Library',
  count: (count: number): string =>
    `${numbers.integer(count)} ${numbers.plural(count, { one: 'recording', other: 'recordings' })}`,
  empty: 'No recordings yet',
  emptyHint: 'Every recording you drop is kept here, on this computer only.',
  columns: { name: 'Name', answer: 'Answer', purpose: 'Purpose', length: 'Length', added: 'Added', actions: 'Actions' },
  open: (name: string): string => `Open ${name}`,
  more: (name: string): string => `More for ${name}`,
  rename: 'Rename',
  renameLabel: 'Name of the recording',
  save: 'Save',
  remove: 'Delete',
  analyseAgain: 'Analyse again',
  analyseAll: 'Analyse all again',
  /** After the purpose that an answer was made for, where another one is chosen now; for a screen reader. */
  otherPurpose: 'other purpose',
  otherwise: (count: number, title: string): string =>
    `${numbers.integer(count)} ${numbers.plural(count, { one: 'answer, marked in the list, was', other: 'answers, marked in the list, were' })} made for another purpose than “${title}”.`,
  analysedAgain: (done: number, total: number): string =>
    `${numbers.integer(done)} of ${numbers.integer(total)} analysed again`,
  removed: (name: string): string => `${name} deleted.`,
  restored: (name: string): string => `${name} is back.`,
  renamed: (name: string): string => `Now called ${name}.`,
  /** Where an answer would stand. */
  state: { waiting: 'Waiting', analysing: 'Analysing', failed: 'Not analysed' },
  search: 'Search by name',
  noMatch: (query: string): string => `No recording is called “${query}”.`
}
