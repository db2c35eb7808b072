import { POSTURES } from '../../../src/contracts/recording'
import type { App } from '../app'
import { button, list, optionalChoice, paragraph } from '../controls'
import type { Screen } from '../display'
import { say, words } from '../language'
import { siteChoice } from '../parts/site-choice'

/** Where to hold it. */
export function placeScreen({ series, connection }: App, to: { record(): void; file(): void; trust(): void }): Screen {
  return {
    name: 'place',
    title: say.place.title,
    content: [
      ...siteChoice(series.site, (site) => {
        series.site = site
      }),
      optionalChoice(
        say.place.posture,
        POSTURES.map((value) => ({ value, text: words.chest.posture(value) })),
        series.posture,
        (posture) => {
          series.posture = posture
        }
      ),
      list(say.place.tips, 'tips'),
      paragraph(say.experimental, 'fine'),
      ...(connection.hello?.isTrustOffered ? [button(say.trust.title, to.trust)] : [])
    ],
    actions: [
      button(say.place.pickFile, to.file, { kind: 'quiet', sign: 'file' }),
      button(say.next, to.record, { kind: 'primary' })
    ]
  }
}
