import type { Block } from '../../core/decode/audio-stream'
import type { PacketTrack } from './packets'

/**
 * A track's sound without what an encoder put before it and a person trimmed away behind it.
 *
 * @param rate Hz, of the blocks, where that is not the track's own
 * @param leastStartLength samples a channel to leave out at the start at least, at that rate
 */
export function trimmedTrack(
  blocks: AsyncIterable<Block>,
  { sampleRate, leadInLength, keptLength }: Pick<PacketTrack, 'sampleRate' | 'leadInLength' | 'keptLength'>,
  { rate = sampleRate, leastStartLength = 0 }: { rate?: number; leastStartLength?: number } = {}
): AsyncGenerator<Block> {
  const atRate = (length: number) => Math.round((length * rate) / sampleRate)
  const startLength = Math.max(leastStartLength, atRate(leadInLength))
  return trimmed(blocks, startLength, keptLength === undefined ? undefined : atRate(keptLength))
}

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
