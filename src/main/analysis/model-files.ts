import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { AppError } from '../../core/errors'
import type { ModelCard } from '../../core/model-card'

/** The graph's bytes and its card, checked against each other. */
export interface ModelFiles {
  graph: Uint8Array
  card: ModelCard
}

/**
 * Reads `heart-sound.onnx` and `heart-sound.json`.
 *
 * @throws {AppError} `model-missing`, or `model-damaged` when the card breaks its schema or the graph its SHA-256
 */
export async function readModel(folder: string): Promise<ModelFiles> {
  const [card, graph] = await Promise.all([readCard(folder), readOr(folder, 'heart-sound.onnx')])
  const sha256 = createHash('sha256').update(graph).digest('hex')
  if (sha256 !== card.sha256)
    throw new AppError('model-damaged', `the graph is ${sha256}, the card wants ${card.sha256}`)
  return { graph, card }
}

/**
 * Reads the card alone; as {@link readModel} otherwise.
 *
 * The schema beside it is the one that the training checks, too.
 */
export async function readCard(folder: string): Promise<ModelCard> {
  const [card, schema] = await Promise.all([readJson(folder, 'heart-sound.json'), readJson(folder, 'card.schema.json')])
  const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile<ModelCard>(
    schema as object
  )
  if (validate(card)) return card
  const problems = validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ')
  throw new AppError('model-damaged', `the model card breaks its schema: ${problems}`)
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const bytes = await readOr(folder, name)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new AppError('model-damaged', `${name} is not JSON`, { cause })
  }
}

async function readOr(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name)
  try {
    return await readFile(path)
  } catch (cause) {
    throw new AppError('model-missing', `cannot read ${path}`, { cause, values: { path } })
  }
}
