/** Samples that belong together: one array a channel, all of one length, nominally in [-1, 1]. */
export interface Block {
  channels: Float32Array[]
  /** Share of the file that has been read up to here, 0 to 1. */
  progress: number
}

/** What a file says about its sound, and the sound itself at its own rate, block by block, on demand. */
export interface AudioStream {
  /** The wrapping, as people call it: `WAV`, `MP4`, `Ogg`. */
  container: string
  /** The coding inside, as people call it: `16-bit PCM`, `AAC`, `Opus`. */
  codec: string
  /** Hz */
  sampleRate: number
  channelCount: number
  /** Length that the header claims, in samples a channel; undefined where it claims none. */
  claimedLength?: number | undefined
  blocks: () => Iterable<Block> | AsyncIterable<Block>
}
