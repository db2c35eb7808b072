import { h, svg } from '../element'
import { say } from '../language'

const RADIUS = 62
const AROUND = 2 * Math.PI * RADIUS
/** What the ring shows: from hardly a sound to almost too loud, dB re full scale. */
const RING_DB = { from: -70, to: -10 }

/** The one big button: it starts, it stops, and it shows the level and the time that is left around itself. */
export class RecordButton {
  readonly element: HTMLButtonElement
  private readonly left = svg('circle', { class: 'left', cx: 72, cy: 72, r: RADIUS, 'stroke-dasharray': AROUND })
  private readonly level = svg('circle', { class: 'level', cx: 72, cy: 72, r: 54 })
  private readonly text = h('span', { class: 'record-text' }, say.record.start)

  constructor(onTap: () => void) {
    this.element = h(
      'button',
      { type: 'button', class: 'record', onclick: onTap },
      svg(
        'svg',
        { viewBox: '0 0 144 144', 'aria-hidden': 'true' },
        svg('circle', { class: 'track', cx: 72, cy: 72, r: RADIUS }),
        this.left,
        this.level,
        svg('circle', { class: 'core', cx: 72, cy: 72, r: 46 })
      ),
      this.text
    )
    this.idle()
  }

  /** `idle`, `starting` or `running`. */
  get state(): string | undefined {
    return this.element.dataset['state']
  }

  private idle(): void {
    this.element.dataset['state'] = 'idle'
    this.text.textContent = say.record.start
    this.show(0, -200)
  }

  starting(): void {
    this.element.dataset['state'] = 'starting'
    this.text.textContent = '…'
  }

  run(): void {
    this.element.dataset['state'] = 'running'
    this.text.textContent = say.record.stop
  }

  /** @param remainingS not below 0 */
  tick(remainingS: number, totalS: number, levelDb: number): void {
    this.text.replaceChildren(
      // Read out every second it would be heard in the take.
      h('strong', { 'aria-hidden': 'true' }, String(Math.ceil(remainingS))),
      h('small', {}, say.record.stop)
    )
    this.show(remainingS / totalS, levelDb)
  }

  private show(fraction: number, levelDb: number): void {
    this.left.setAttribute('stroke-dashoffset', String(AROUND * (1 - fraction)))
    const loudness = (levelDb - RING_DB.from) / (RING_DB.to - RING_DB.from)
    this.level.setAttribute('stroke-width', String(1 + 12 * Math.max(0, Math.min(1, loudness))))
  }
}
