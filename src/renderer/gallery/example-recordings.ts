import { analysedState, analysisOf, answerAt, murmurAt, recordingOf } from './examples'

export const abnormal = recordingOf(
  'a0001.wav',
  analysedState(analysisOf({ ...answerAt(0.78, 'abnormal-like'), murmur: murmurAt(0.92) }, 20))
)
export const normal = recordingOf(
  'A long recording from the ward, third place.m4a',
  analysedState(analysisOf(answerAt(0.02, 'normal-like'), 75))
)
export const refused = recordingOf(
  'room noise.wav',
  analysedState(
    analysisOf(answerAt(0.83, 'cannot-tell', 'no-heart-sound'), 20, {
      heartRate: null,
      quality: {
        usable: false,
        score: 0.12,
        reasons: ['no-heart-sound', 'no-beat'],
        levelDb: -41,
        clippedFraction: 0,
        beats: { count: 20, sureness: 0.48 }
      },
      domain: { distance: 2.3, isFar: true },
      findings: [
        { code: 'heart-rate-unclear', beats: { count: 20, sureness: 0.48 } },
        { code: 'unlike-training', distance: 2.3, usual: 0.98 }
      ]
    })
  )
)
