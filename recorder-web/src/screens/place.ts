import type { App } from '../app'
import { button, list, paragraph } from '../controls'
import type { Screen } from '../display'
import { say } from '../language'
import { postureChoice } from '../parts/posture-choice'
import { roomNotice } from '../parts/room-notice'
import { siteChoice } from '../parts/site-choice'

/** Where to hold it. */
export function placeScreen({ series, connection }: App, to: { record(): void; file(): void; trust(): void }): Screen {
  return {
    name: 'place',
    title: say.place.title,
    content: [
      ...roomNotice(connection),
      ...siteChoice(series.site, (site) => {
        series.site = site
      }),
      postureChoice(series),
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
