import { POSTURES } from '../../../src/contracts/recording'
import { optionalChoice } from '../controls'
import { say, words } from '../language'
import type { Series } from '../series'

/** How whoever is recorded sits or lies; kept for the series, and nothing where nothing is chosen. */
export function postureChoice(series: Series): HTMLElement {
  return optionalChoice(
    say.place.posture,
    POSTURES.map((value) => ({ value, text: words.chest.posture(value) })),
    series.posture,
    (posture) => {
      series.posture = posture
    }
  )
}
