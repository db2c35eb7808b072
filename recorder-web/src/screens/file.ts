import { ACCEPTED_FILES } from '../../../src/contracts/sound-files'
import { RECORDING_LIMITS } from '../../../src/core/recording-limits'
import type { App } from '../app'
import { button, check, notice, paragraph } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { say } from '../language'
import type { AnalyseRequest } from '../on-phone/messages'
import { readSound } from '../on-phone/read-sound'
import { takeFromFile } from '../outbox/make-take'
import { roomNotice } from '../parts/room-notice'

interface Exits {
  /** The file is to be sent. */
  queued(id: string): void
  /** The file is to be analysed by this phone. */
  here(read: () => Promise<AnalyseRequest>): void
  back(): void
}

/** Any recording from this phone; over plain HTTP the only way there is. */
export function fileScreen({ connection, outbox, sender }: App, to: Exits): Screen {
  const isOnlyWay = connection.takesFilesOnly
  const problem = h('div', { role: 'alert' })
  const onlyHere = check(say.here.title, say.file.onlyHere)

  function accept(input: HTMLInputElement): void {
    const [file] = input.files ?? []
    // The same file once more is a choice too.
    input.value = ''
    if (!file) return
    const most = RECORDING_LIMITS.mostBytes
    const todo = file.size === 0 ? say.file.empty : file.size > most ? say.file.tooLarge(file.size, most) : null
    if (todo !== null) problem.replaceChildren(notice({ title: file.name, todo }, 'warn'))
    else if (onlyHere.input.checked) to.here(() => readSound(file))
    else void send(file)
  }

  async function send(file: File): Promise<void> {
    const take = await takeFromFile(file)
    await outbox.put({ ...take, isQueued: true })
    sender.start()
    to.queued(take.id)
  }

  const picker = (hasRecorder: boolean) => {
    const input = h('input', {
      type: 'file',
      accept: hasRecorder ? 'audio/*' : ACCEPTED_FILES,
      capture: hasRecorder,
      hidden: true,
      onchange: () => accept(input)
    })
    return input
  }
  const [any, recorded] = [picker(false), picker(true)]
  // The computer says then how to come to the page that can record.
  if (isOnlyWay) connection.tell('microphone-blocked', 'insecure')
  const isIphone = /iPhone|iPad/.test(navigator.userAgent)
  return {
    name: 'file',
    title: say.file.title,
    content: [
      ...roomNotice(connection),
      ...(isOnlyWay ? [notice({ title: say.file.addOnly, todo: say.file.addOnlyLead }, 'warn')] : []),
      paragraph(say.file.lead, 'lead'),
      ...(isIphone ? [paragraph(say.file.iphone)] : []),
      ...(isOnlyWay ? [] : [onlyHere.element, paragraph(say.file.processed, 'fine')]),
      problem,
      any,
      recorded
    ],
    actions: [
      ...(isOnlyWay ? [] : [button(say.back, to.back, { kind: 'quiet', sign: 'back' })]),
      ...(isOnlyWay && !isIphone ? [button(say.file.recordWith, () => recorded.click())] : []),
      button(say.file.choose, () => any.click(), { kind: 'primary', sign: 'file' })
    ],
    ...(isOnlyWay ? {} : { back: to.back })
  }
}
