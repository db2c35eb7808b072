import type { Bomb } from './bomb'
import { FLAC_BOMBS } from './flac-bombs'
import { MP4_BOMBS } from './mp4-bombs'
import { PLAIN_BOMBS } from './plain-bombs'
import { SOUNDLESS_BOMBS } from './soundless-bombs'
import { STREAM_BOMBS } from './stream-bombs'

/** Every file that is tried, by what it is. */
export const BOMBS: Readonly<Record<string, Bomb>> = {
  ...FLAC_BOMBS,
  ...MP4_BOMBS,
  ...STREAM_BOMBS,
  ...PLAIN_BOMBS,
  ...SOUNDLESS_BOMBS
}
