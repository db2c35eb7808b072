import type { Cycle, HeartRate } from '../analysis'
import type { HeardBeat } from '../cardiac-cycle'
import { heartRateOf } from '../heart-rate'
import type { Pcg } from '../pcg'
import { notDrawn, type Picture, pictureOfBeats } from '../picture'
import { type AveragedBeat, averageBeats } from './averaged-beat'
import { loudnessOf } from './loudness'
import { markBeats } from './marked-beats'
import { murmurInTime } from './murmur-in-time'
import { rhythmOf } from './rhythm'

/** All that is measured of the beats of a recording. */
export interface MeasuredBeats {
  heartRate: HeartRate | null
  cycle: Cycle
  pictures: { beats: Picture<'beats'>; 'averaged-beat': Picture<'averaged-beat'> }
}

const NO_BEATS: MeasuredBeats = {
  heartRate: null,
  cycle: { marked: 0, rhythm: null, averaged: null, murmur: null },
  pictures: { beats: pictureOfBeats([]), 'averaged-beat': notDrawn('averaged-beat') }
}

/**
 * Measures the beats that the network hears.
 *
 * @param heard every one, in order of time; none of what is no heart
 */
export function measureBeats(
  pcg: Pcg,
  spectrogram: Picture<'spectrogram'>,
  heard: readonly HeardBeat[]
): MeasuredBeats {
  if (heard.length === 0) return NO_BEATS
  const loudness = loudnessOf(pcg)
  const marked = markBeats(loudness, heard)
  const heartRate = heartRateOf(heard)
  const averaged = averageBeats(loudness, spectrogram, marked)
  return {
    heartRate,
    cycle: {
      marked: marked.length,
      rhythm: heartRate && rhythmOf(marked),
      averaged: averaged && summaryOf(averaged),
      murmur: murmurInTime(pcg, marked)
    },
    pictures: {
      beats: pictureOfBeats(marked),
      'averaged-beat': averaged?.picture ?? NO_BEATS.pictures['averaged-beat']
    }
  }
}

function summaryOf({ picture: _, ...summary }: AveragedBeat) {
  return summary
}
