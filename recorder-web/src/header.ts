import type { App } from './app'
import { h } from './element'
import { icon } from './icons'
import { say } from './language'
import { noteAddress, readFormerAddress } from './outbox/former-address'

/** Who is at the other end, and what still waits here: on every screen, in one line. */
export function pageHeader(
  { connection, outbox }: App,
  onKept: () => void
): { element: HTMLElement; draw: () => void } {
  const state = h('p', { class: 'state', role: 'status' })
  const badge = h('button', {
    type: 'button',
    class: 'badge',
    onclick: onKept
  })
  const elsewhere = h('p', { class: 'elsewhere' })
  return {
    element: h('header', {}, h('div', { class: 'top' }, icon('heart'), state, badge), elsewhere),
    draw() {
      const count = outbox.list().length
      state.dataset['connection'] = connection.state.is
      state.textContent = sentence(connection)
      badge.hidden = count === 0
      badge.textContent = String(count)
      badge.setAttribute('aria-label', say.kept.badge(count))
      const former = readFormerAddress()
      noteAddress(count)
      elsewhere.hidden = former === null
      if (former) {
        elsewhere.replaceChildren(
          `${say.kept.elsewhere(former.origin, former.count)} `,
          h('a', { href: former.origin }, say.kept.elsewhereOpen)
        )
      }
    }
  }
}

function sentence({ state, name }: App['connection']): string {
  switch (state.is) {
    case 'looking':
      return say.state.looking
    case 'unreachable':
      return say.state.unreachable
    case 'confirmed':
    case 'waiting':
      return say.state.connected(name)
    default:
      return say.state.unpaired
  }
}
