import type { Dialog, MessageBoxReturnValue, OpenDialogReturnValue } from 'electron'
import type { CallLog } from './call-log'

/** What the person at the screen will choose, dialog by dialog; with nothing queued every dialog is dismissed. */
interface Answers {
  open: string[][]
  message: number[]
}

export function dialogDouble(calls: CallLog) {
  const answers: Answers = { open: [], message: [] }
  const module = {
    showOpenDialog: async (...args: unknown[]): Promise<OpenDialogReturnValue> => {
      calls.note('dialog.showOpenDialog', args.at(-1))
      const filePaths = answers.open.shift()
      return { canceled: filePaths === undefined, filePaths: filePaths ?? [] }
    },
    showMessageBox: async (...args: unknown[]): Promise<MessageBoxReturnValue> => {
      const options = args.at(-1) as { cancelId?: number }
      calls.note('dialog.showMessageBox', options)
      return { response: answers.message.shift() ?? options.cancelId ?? 0, checkboxChecked: false }
    },
    showErrorBox: (title: string, content: string) => calls.note('dialog.showErrorBox', title, content)
  } satisfies Pick<Dialog, 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'>
  return { module, answers }
}
