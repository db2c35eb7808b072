import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resample } from '../../../src/core/resample'
import { encodeWav } from '../../../src/core/wav'
import { decode } from '../../../src/main/decode/decode'
import { readWav16 } from '../../builders/wav-samples'
import { ROOT } from '../built'

/** Chromium's fake microphone plays this rate unchanged, and another one badly. */
const MICROPHONE_RATE = 44_100

/**
 * A real heart for the fake microphone to play: a sample that ships with the program, at the microphone's rate.
 *
 * @param change of each sample, to make a poor recording of it
 */
export async function writeHeart(
  path: string,
  sample = 'a0027.flac',
  change: (value: number, n: number) => number = (value) => value
): Promise<void> {
  const { pcg } = await decode(await readFile(join(ROOT, 'resources/samples', sample)), { targetRate: 2000 })
  const { samples } = resample(pcg, MICROPHONE_RATE)
  await writeFile(path, encodeWav({ samples: samples.map(change), sampleRate: MICROPHONE_RATE }, { bitDepth: 16 }))
}

/** Somebody talks beside the phone. */
export async function writeSpeech(path: string): Promise<void> {
  const speech = readWav16(new URL('../../fixtures/phone/speech.wav', import.meta.url))
  await writeFile(path, encodeWav(resample(speech, MICROPHONE_RATE), { bitDepth: 16 }))
}
