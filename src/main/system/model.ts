import { toErrorReply } from '../../core/errors'
import { readModel } from '../analysis/model-files'
import type { Found } from './found'

/** The graph and its card: there, whole, and belonging together. */
export async function checkModel(folder: string): Promise<Found> {
  try {
    const { name, version, sha256, trainedOn } = (await readModel(folder)).card
    return { status: 'ok', finding: 'ok', values: { model: name, version, sha256, trainedOn } }
  } catch (error) {
    const { code, message, values } = toErrorReply(error)
    if (code === 'model-missing') {
      return { status: 'failed', finding: 'missing', values: { path: values['path'] ?? folder } }
    }
    return { status: 'failed', finding: 'damaged', values: { problem: message } }
  }
}
