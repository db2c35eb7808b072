/** From one frame to the next the heart stays in a part, or goes on by at most this many. */
const MOST_PARTS_A_FRAME = 2

/** Keeps the logarithm finite where a probability is zero. */
const LEAST_PROBABILITY = 1e-6

/**
 * The part of each frame on the likeliest way round and round the parts.
 *
 * @param probability of a part, 0 to `partCount` - 1, in a frame, 0 to `frameCount` - 1
 * @source Viterbi, IEEE Trans. Inf. Theory 13:260 (1967)
 */
export function likeliestPath(
  probability: (part: number, frame: number) => number,
  partCount: number,
  frameCount: number
): Uint8Array {
  const cameBy = new Uint8Array(partCount * frameCount)
  let before = new Float64Array(partCount)
  for (let frame = 0; frame < frameCount; frame++) {
    const now = new Float64Array(partCount)
    for (let part = 0; part < partCount; part++) {
      const from = (step: number) => before[(part - step + partCount) % partCount]!
      let best = 0
      for (let step = 1; frame > 0 && step <= MOST_PARTS_A_FRAME; step++) {
        if (from(step) > from(best)) best = step
      }
      cameBy[frame * partCount + part] = best
      now[part] = from(best) + Math.log(probability(part, frame) + LEAST_PROBABILITY)
    }
    before = now
  }
  const path = new Uint8Array(frameCount)
  let part = before.indexOf(Math.max(...before))
  for (let frame = frameCount - 1; frame >= 0; frame--) {
    path[frame] = part
    part = (part - cameBy[frame * partCount + part]! + partCount) % partCount
  }
  return path
}
