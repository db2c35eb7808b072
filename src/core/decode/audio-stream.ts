/** Samples that belong together: one array a channel, all of one length, nominally in [-1, 1]. */
export interface Block {
  channels: Float32Array[]
  /** Share of the file that has been read up to here, 0 to 1. */
  progress: number
}

/** `cut-short`: the file ends before its sound does; `part-left-out`: what follows is of another kind. */
export type StreamFault = 'cut-short' | 'part-left-out'

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
  /** What is not as it should be with the file, known once its blocks have been read; nothing unless given. */
  faults?: () => readonly StreamFault[]
  blocks: () => Iterable<Block> | AsyncIterable<Block>
}
