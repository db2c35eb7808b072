import type { Evidence, Spectrogram } from './analysis'
import type { TimeAxis } from './model-card'
import type { Tensor } from './tensor'

/** Where the windows of a recording lie. */
export interface WindowLayout {
  /** Seconds, ascending. */
  startsS: readonly number[]
  windowS: number
  durationS: number
}

/**
 * One picture of the whole recording from the pictures of its windows.
 *
 * Each instant comes from the window whose centre is nearest: what overlaps is never averaged, so every column is
 * one that the network saw.
 *
 * @param logMel `[windows x bands x frames]`, dB
 */
export function stitchSpectrogram(logMel: Tensor, axis: TimeAxis, layout: WindowLayout): Spectrogram {
  const [, bandCount = 0, windowFrames = 0] = logMel.dims
  const columns = pickColumns(windowFrames, axis, layout)
  const frameCount = columns.length
  const data = new Float32Array(bandCount * frameCount)
  columns.forEach(({ window, frame }, column) => {
    for (let band = 0; band < bandCount; band++) {
      data[band * frameCount + column] = logMel.data[(window * bandCount + band) * windowFrames + frame]!
    }
  })
  return { data, bandCount, frameCount, firstFrameCentreS: axis.firstFrameCentreS, hopS: axis.hopS }
}

/**
 * The network's logit over the whole recording, as {@link stitchSpectrogram} does it.
 *
 * @param evidence `[windows x frames]`
 */
export function stitchEvidence(evidence: Tensor, axis: TimeAxis, layout: WindowLayout): Evidence {
  const [, windowFrames = 0] = evidence.dims
  const columns = pickColumns(windowFrames, axis, layout)
  const data = Float32Array.from(columns, ({ window, frame }) => evidence.data[window * windowFrames + frame]!)
  return { data, firstFrameCentreS: axis.firstFrameCentreS, hopS: axis.hopS }
}

/** For each frame of the recording: the window whose centre is nearest, and the frame in it that is nearest. */
function pickColumns(
  windowFrames: number,
  { firstFrameCentreS, hopS }: TimeAxis,
  { startsS, windowS, durationS }: WindowLayout
): { window: number; frame: number }[] {
  const lastS = Math.min(durationS, windowS + startsS.at(-1)!)
  const frameCount = Math.max(1, Math.floor((lastS - 2 * firstFrameCentreS) / hopS + 1e-6) + 1)
  let window = 0
  return Array.from({ length: frameCount }, (_, column) => {
    const timeS = firstFrameCentreS + column * hopS
    const distanceTo = (index: number) => Math.abs(startsS[index]! + windowS / 2 - timeS)
    while (window + 1 < startsS.length && distanceTo(window + 1) < distanceTo(window)) window++
    const frame = Math.round((timeS - startsS[window]! - firstFrameCentreS) / hopS)
    return { window, frame: Math.min(Math.max(frame, 0), windowFrames - 1) }
  })
}
