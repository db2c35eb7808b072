/**
 * Writes the trial that `doctor` and the window's system check run: a recording and the logits that the training's own
 * Python code gives for it, taken from the goldens that `python -m training.export.goldens` wrote.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, stopWith } from './place.mjs'

const GOLDENS = join(ROOT, 'tests', 'fixtures', 'golden')
const FOLDER = join(ROOT, 'resources', 'system')
/** Made, not heard, so that nothing of anybody's heart has to ship. */
const RECORDING = 'made-heart'

const { sha256, tolerance, recordings } = JSON.parse(readFileSync(join(GOLDENS, 'index.json'), 'utf8'))
const chosen = recordings.find(({ name }) => name === RECORDING)
if (!chosen) stopWith(`${GOLDENS} has no recording ${RECORDING}: write the goldens anew.`)
const { sampleRate } = JSON.parse(readFileSync(join(ROOT, 'models', 'heart-sound.json'), 'utf8')).input
const bytes = readFileSync(join(GOLDENS, chosen.arrays.abnormal_logit.file))
const windows = chosen.starts.map((start, window) => ({
  startS: start / sampleRate,
  abnormalLogit: bytes.readFloatLE(4 * window)
}))

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
copyFileSync(join(GOLDENS, chosen.file), join(FOLDER, chosen.file))
const golden = { modelSha256: sha256, recording: chosen.file, tolerance, windows }
writeFileSync(join(FOLDER, 'golden.json'), `${JSON.stringify(golden, null, 2)}\n`)
