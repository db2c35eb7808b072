import { joined } from '../../../src/core/decode/bytes'
import { COSTLY_SUBFRAME, FLAC_FRAME_LENGTH, flacFile } from '../../builders/flac-file'
import { repeated } from '../../builders/repeated'
import type { Bomb } from './bomb'

const framesIn = (seconds: number, sampleRate: number) => Math.floor((seconds * sampleRate) / FLAC_FRAME_LENGTH)
const legal = { sampleRate: 192_000, channels: 8, frameCount: framesIn(600, 192_000), claimedLength: 0 }

export const FLAC_BOMBS: Readonly<Record<string, Bomb>> = {
  'FLAC of 10 min at 192 kHz, 8 channels': { soundS: 600, make: () => flacFile(legal) },
  'FLAC of 10 min at 192 kHz, predicted from 32 samples': {
    soundS: 600,
    make: () => flacFile({ ...legal, channels: 1, subframe: COSTLY_SUBFRAME })
  },
  'FLAC of 9 h that says so': {
    soundS: 600,
    make: () => flacFile({ sampleRate: 192_000, frameCount: 100_000, claimedLength: 100_000 * FLAC_FRAME_LENGTH })
  },
  'FLAC of 38 h that says 1 s': {
    soundS: 600,
    make: () => flacFile({ sampleRate: 48_000, frameCount: 100_000, claimedLength: 48_000 })
  },
  'FLAC of 8 channels and 36 h at 500 Hz': {
    soundS: 600,
    make: () => flacFile({ sampleRate: 500, channels: 8, frameCount: 1000, claimedLength: 0 })
  },
  'FLAC that says 2^36 - 1 samples': {
    soundS: 4,
    make: () => flacFile({ sampleRate: 44_100, frameCount: 3, claimedLength: 2 ** 36 - 1 })
  },
  'FLAC of a million beginnings': {
    soundS: 4,
    make: () => repeated(flacFile({ sampleRate: 44_100, frameCount: 0, claimedLength: 0 }), 1_400_000)
  },
  'FLAC joined of 60,000 files': {
    soundS: 600,
    make: () => repeated(flacFile({ sampleRate: 44_100, frameCount: 1, claimedLength: 0 }), 60_000)
  },
  'FLAC with 60 MB of pictures': {
    soundS: 4,
    make: () => {
      const file = flacFile({ sampleRate: 44_100, frameCount: 3, claimedLength: 0 })
      file[4] = 0
      const picture = joined([Uint8Array.of(6, 0xf0, 0, 0), new Uint8Array(0xf00000)])
      const last = Uint8Array.of(0x81, 0, 0, 0)
      return joined([file.subarray(0, 42), picture, picture, picture, last, file.subarray(42)])
    }
  }
}
