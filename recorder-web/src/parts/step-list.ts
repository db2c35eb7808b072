import { h } from '../element'

/** Steps in their order: what is done, what is being done, what is to come. */
export function stepList(steps: readonly { name: string; mark: 'done' | 'now' | 'next' }[]): HTMLElement {
  return h('ol', { class: 'progress-steps' }, ...steps.map(({ name, mark }) => h('li', { 'data-mark': mark }, name)))
}
