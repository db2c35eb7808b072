import { joined } from '../../../src/core/decode/bytes'
import { block, matroska } from '../../builders/matroska-file'
import { oggStream, opusHead, opusTags } from '../../builders/ogg-file'
import { repeated } from '../../builders/repeated'
import { readFixture } from '../../fixtures/audio/fixtures'
import type { Bomb } from './bomb'

/** 120 ms of nothing, in two bytes. */
const SILENT_OPUS = Uint8Array.of(0xfb, 6)
const OPUS_LENGTH = 5760

const opusOf = (packet: Uint8Array, count: number, packetLength: number) =>
  oggStream([opusHead(1), opusTags()], Array(count).fill(packet), packetLength)
const webmOf = (packet: Uint8Array, clusterCount: number, blocksEach: number) =>
  matroska(
    { codec: 'A_OPUS', sampleRate: 48_000, channels: 1, description: opusHead(1) },
    Array.from({ length: clusterCount }, () =>
      joined(Array.from({ length: blocksEach }, (_, n) => block(n % 32_000, packet)))
    )
  )
const pcmInMatroska = (blockCount: number) =>
  matroska({ codec: 'A_PCM/INT/LIT', sampleRate: 8000, channels: 1, description: new Uint8Array(0) }, [
    repeated(block(0, Uint8Array.of(1)), blockCount)
  ])
const fixtureTimes = (file: string, count: number) => repeated(readFixture(file), count)

export const STREAM_BOMBS: Readonly<Record<string, Bomb>> = {
  'Opus of 10 min': { soundS: 600, make: () => opusOf(SILENT_OPUS, 4980, OPUS_LENGTH) },
  'Opus of 10 h': { soundS: 600, make: () => opusOf(SILENT_OPUS, 300_000, OPUS_LENGTH) },
  'Opus of 10 h that says 1 s': { soundS: 600, make: () => opusOf(SILENT_OPUS, 300_000, 0) },
  'Opus of 8 million packets of no bytes': { soundS: 0, make: () => opusOf(new Uint8Array(0), 8_000_000, OPUS_LENGTH) },
  'Opus with one packet of 60 MB': { soundS: 0, make: () => webmOf(new Uint8Array(60_000_000).fill(0xfb), 1, 1) },
  'Opus of 10 h in WebM': { soundS: 600, make: () => webmOf(SILENT_OPUS, 10, 30_000) },
  'Matroska of 4 million blocks': { soundS: 500, make: () => pcmInMatroska(4_000_000) },
  'Matroska of blocks at one time': { soundS: 600, make: () => webmOf(SILENT_OPUS, 2000, 10) },
  'Vorbis in WebM, joined 6,000 times': { soundS: 600, make: () => fixtureTimes('vorbis-16k.webm', 6000) },
  'Vorbis joined 6,000 times': { soundS: 600, make: () => fixtureTimes('vorbis-8k.ogg', 6000) },
  'MP3 of 10 min': { soundS: 600, make: () => fixtureTimes('untagged-8k.mp3', 410) },
  'MP3 of 5 h': { soundS: 600, make: () => fixtureTimes('untagged-8k.mp3', 14_000) },
  'MP3 joined of 6,000 files': { soundS: 600, make: () => fixtureTimes('vbr-id3-48k.mp3', 6000) },
  'AAC of 2 h': { soundS: 600, make: () => fixtureTimes('adts-16k.aac', 8000) },
  'AAC in Matroska joined 6,000 times': { soundS: 600, make: () => fixtureTimes('aac-16k.mka', 6000) }
}
