import { PHONE_PATHS } from '../../../src/contracts/phone-api'
import type { App } from '../app'
import { button, paragraph } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { icon } from '../icons'
import { say, words } from '../language'

const FILES = { ios: PHONE_PATHS.profile, android: PHONE_PATHS.authority } as const
const SYSTEMS = ['ios', 'android'] as const

/** Step by step to a page without the warning, on this kind of phone, or on both where it is neither. */
export function trustScreen({ connection }: App, to: { back(): void }): Screen {
  const { userAgent } = navigator
  const own = /iPhone|iPad/.test(userAgent) ? 'ios' : /Android/.test(userAgent) ? 'android' : null
  return {
    name: 'trust',
    title: say.trust.title,
    content: [
      paragraph(say.trust.lead(connection.name), 'lead'),
      paragraph(say.trust.compare),
      ...SYSTEMS.filter((system) => own === null || own === system).flatMap((system) => [
        h('a', { class: 'button', href: `/${FILES[system]}` }, icon('file'), say.trust.download[system]),
        h('ol', { class: 'steps' }, ...words.phone.trust.steps[system].map((step) => h('li', {}, step)))
      ]),
      paragraph(words.phone.trust.limit, 'fine'),
      paragraph(say.trust.undo, 'fine')
    ],
    actions: [button(say.back, to.back, { sign: 'back' })],
    back: to.back
  }
}
