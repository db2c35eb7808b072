import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { isFull, keepNone } from '../../../tests/reliability/figures'
import { readModel } from './model-files'

vi.setConfig({ testTimeout: 300_000 })
const ALTERED = isFull ? 200 : 20

let folder: string
let graph: Buffer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-model-'))
  for (const name of ['heart-sound.onnx', 'heart-sound.json', 'card.schema.json'])
    await cp(resolve('models', name), join(folder, name))
  graph = await readFile(join(folder, 'heart-sound.onnx'))
})
afterAll(() => rm(folder, { recursive: true }))

const readWith = async (bytes: Uint8Array) => {
  await writeFile(join(folder, 'heart-sound.onnx'), bytes)
  return readModel(folder).then(
    () => 'loaded',
    ({ code }) => code
  )
}

it('loads the network as it was made, and none of which a bit is another or the end is missing', async () => {
  const answers: string[] = []
  for (let altered = 0; altered < ALTERED; altered++) {
    const at = Math.floor(graph.length * ((altered * 0.618) % 1))
    const bytes = Uint8Array.from(graph)
    bytes[at]! ^= 1 << (altered % 8)
    answers.push(await readWith(altered % 10 === 0 ? graph.subarray(0, at) : bytes))
  }
  keepNone('nobody', `loaded, of ${ALTERED} altered networks`, answers.filter((answer) => answer === 'loaded').length)
  expect(new Set(answers)).toEqual(new Set(['model-damaged']))
  expect(await readWith(graph)).toBe('loaded')
})
