import type { Block } from '../../core/decode/audio-stream'

/**
 * The sound without what an encoder put before and behind it.
 *
 * @param startLength samples a channel to leave out at the start
 * @param length samples a channel to keep after that
 */
export async function* trimmed(
  blocks: AsyncIterable<Block>,
  startLength: number,
  length = Number.POSITIVE_INFINITY
): AsyncGenerator<Block> {
  let position = -startLength
  for await (const { channels, progress } of blocks) {
    const blockLength = channels[0]?.length ?? 0
    const from = Math.min(blockLength, Math.max(0, -position))
    const to = Math.min(blockLength, Math.max(0, length - position))
    position += blockLength
    if (to > from) yield { channels: channels.map((samples) => samples.subarray(from, to)), progress }
  }
}
