/** What somebody may be given who is asked for help. */
export const bundle = {
  title: 'If you ask somebody for help',
  hint: 'They may want to know what the program found on this computer, and what happened lately. It is sent to nobody: you read it, save it, and give it to whom you choose.',
  leftOut: 'It holds versions, the system check and the log. No names, notes, files, addresses or sounds.',
  show: 'Show what it holds',
  making: 'Looking',
  content: 'What it holds',
  save: 'Save as a file',
  fileName: 'ops-fusion-help.txt',
  written: (path: string): string => `This was written to ${path}. It is sent to nobody.`
}
