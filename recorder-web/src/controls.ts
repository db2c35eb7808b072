import type { Advice } from '../../src/words/en/recorder'
import { h } from './element'
import { type IconName, icon } from './icons'
import { words } from './language'

export function button(
  text: string,
  onclick: () => void,
  { kind = 'plain', sign }: { kind?: 'primary' | 'plain' | 'quiet' | 'danger'; sign?: IconName } = {}
): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: `button ${kind}`, onclick },
    sign ? icon(sign) : null,
    h('span', {}, text)
  )
}

export function paragraph(text: string, kind = ''): HTMLParagraphElement {
  return h('p', { class: kind }, text)
}

export function list(items: readonly string[], kind = ''): HTMLUListElement {
  return h('ul', { class: kind }, ...items.map((item) => h('li', {}, item)))
}

/** What is the case, and what to do about it. */
export function notice({ title, todo }: Advice, tone: 'good' | 'warn' | 'plain' = 'plain'): HTMLElement {
  const sign = tone === 'good' ? icon('check') : tone === 'warn' ? icon('warn') : null
  return h('div', { class: `notice ${tone}` }, sign, h('div', {}, h('strong', {}, title), h('p', {}, todo)))
}

/** A box to tick, with what that means. */
export function check(label: string, note: string): { element: HTMLLabelElement; input: HTMLInputElement } {
  const input = h('input', { type: 'checkbox' })
  return {
    input,
    element: h('label', { class: 'check' }, input, h('span', {}, h('strong', {}, label), h('span', {}, note)))
  }
}

/** {@link choice}, or none: nothing is chosen until somebody does. */
export function optionalChoice<Value extends string>(
  label: string,
  options: readonly { value: Value; text: string }[],
  chosen: Value | null,
  onChoose: (value: Value | null) => void
): HTMLLabelElement {
  const none = { value: '' as const, text: words.chest.notSaid }
  return choice<Value | ''>(label, [none, ...options], chosen ?? '', (value) => onChoose(value === '' ? null : value))
}

/** A choice from a short list; the browser shows it in its own way. */
export function choice<Value extends string>(
  label: string,
  options: readonly { value: Value; text: string }[],
  chosen: Value,
  onChoose: (value: Value) => void
): HTMLLabelElement {
  const select = h(
    'select',
    {
      onchange: () => {
        const option = options[select.selectedIndex]
        if (option) onChoose(option.value)
      }
    },
    ...options.map(({ value, text }) => h('option', { value, selected: value === chosen }, text))
  )
  return h('label', { class: 'field' }, h('span', {}, label), select)
}
