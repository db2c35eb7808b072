import type { AudioStream, Block, StreamFault } from './audio-stream'

/**
 * Streams of one file as one, one after the other.
 *
 * @param streams at least one; from the first that has another rate or other channels on they are left out
 * @param isMoreLeftOut whether something follows that is not among them
 */
export function joinStreams(streams: readonly AudioStream[], isMoreLeftOut = false): AudioStream {
  const first = streams[0]!
  const other = streams.findIndex(
    ({ sampleRate, channelCount }) => sampleRate !== first.sampleRate || channelCount !== first.channelCount
  )
  const alike = other < 0 ? streams : streams.slice(0, other)
  const isLeftOut = isMoreLeftOut || alike.length < streams.length
  const claims = alike.map(({ claimedLength }) => claimedLength)
  return {
    ...first,
    claimedLength: claims.reduce(
      (sum, claim) => (sum === undefined || claim === undefined ? undefined : sum + claim),
      0
    ),
    faults: (): StreamFault[] => [
      ...alike.flatMap(({ faults }) => faults?.() ?? []),
      ...(isLeftOut ? ['part-left-out' as const] : [])
    ],
    async *blocks(): AsyncGenerator<Block> {
      for (const [index, stream] of alike.entries()) {
        for await (const { channels, progress } of stream.blocks()) {
          yield { channels, progress: (index + progress) / alike.length }
        }
      }
    }
  }
}
