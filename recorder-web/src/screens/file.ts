import type { App } from '../app'
import { button, notice, paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'
import { takeFromFile } from '../outbox/make-take'
import type { Screen } from '../screen'
import { keptScreen } from './kept'
import { sendScreen } from './send'

/** Any recording from this phone; over plain HTTP the only way there is. */
export function fileScreen(app: App): Screen {
  const { connection, outbox, sender, stage } = app
  const isAddOnly = connection.hello?.scope === 'add' || !isSecureContext
  const problem = h('div', { role: 'alert' })

  async function send(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    if (!file) return
    const most = connection.hello?.limits.maxBytes ?? Number.POSITIVE_INFINITY
    if (file.size === 0) return void problem.replaceChildren(notice({ title: file.name, todo: say.file.empty }, 'warn'))
    if (file.size > most) {
      const todo = say.file.tooLarge(file.size, most)
      return void problem.replaceChildren(notice({ title: file.name, todo }, 'warn'))
    }
    const take = await takeFromFile(file)
    await outbox.put({ ...take, isQueued: true })
    sender.start()
    stage.show(connection.confirmed() ? sendScreen(app, take.id) : keptScreen(app))
  }

  const picker = (hasRecorder: boolean) => {
    const input = h('input', {
      type: 'file',
      accept: 'audio/*,video/mp4,.wav,.m4a,.mp3,.flac,.ogg,.opus,.webm',
      capture: hasRecorder,
      hidden: true,
      onchange: () => void send(input)
    })
    return input
  }
  const [any, recorded] = [picker(false), picker(true)]
  const isIphone = /iPhone|iPad/.test(navigator.userAgent)
  return {
    name: 'file',
    title: say.file.title,
    content: [
      ...(isAddOnly ? [notice({ title: say.file.addOnly, todo: say.file.addOnlyLead }, 'warn')] : []),
      paragraph(say.file.lead, 'lead'),
      ...(isIphone ? [paragraph(say.file.iphone)] : []),
      ...(isAddOnly ? [] : [paragraph(say.file.processed, 'fine')]),
      problem,
      any,
      recorded
    ],
    actions: [
      ...(isAddOnly ? [] : [button(say.back, () => app.home(), { kind: 'quiet', sign: 'back' })]),
      ...(isAddOnly && !isIphone ? [button(say.file.recordWith, () => recorded.click())] : []),
      button(say.file.choose, () => any.click(), { kind: 'primary', sign: 'file' })
    ],
    ...(isAddOnly ? {} : { back: () => app.home() })
  }
}
