import { h } from './element'
import { say } from './language'

/** One question, and what can be done about it within reach of a thumb. */
export interface Screen {
  name: string
  title: string
  content: Node[]
  actions: Node[]
  /** Where the phone's own back gesture leads; without it the page is left. */
  back?: () => void
  /** Ends whatever runs on this screen. */
  leave?: () => void
  /** The title is read, not seen. */
  hasQuietTitle?: boolean
  /** Shows how the connection stands, and gives way when that changes; on other screens nobody is interrupted. */
  followsConnection?: boolean
}

/** Shows one screen at a time, between the page's header and the zone of the thumb. */
export class Display {
  private current: Screen | null = null
  private readonly heading = h('h1', { tabindex: -1 })
  private readonly content = h('div', { class: 'content' })
  private readonly actions = h('div', { class: 'actions' })

  constructor(page: HTMLElement, header: HTMLElement) {
    page.replaceChildren(header, h('main', {}, this.heading, this.content), h('footer', {}, this.actions))
    addEventListener('popstate', () => this.current?.back?.())
  }

  /** What is shown now; null before the first. */
  get screen(): Screen | null {
    return this.current
  }

  show(screen: Screen): void {
    this.current?.leave?.()
    const isFirst = this.current === null
    this.current = screen
    document.title = say.pageTitle(screen.title)
    document.body.dataset['screen'] = screen.name
    this.heading.textContent = screen.title
    this.heading.className = screen.hasQuietTitle ? 'unseen' : ''
    this.content.replaceChildren(...screen.content)
    this.actions.replaceChildren(...screen.actions)
    this.content.scrollTop = 0
    if (screen.back && history.state !== 'inner') history.pushState('inner', '')
    // A screen reader goes on reading at the new question.
    if (!isFirst) this.heading.focus({ preventScroll: true })
  }
}
