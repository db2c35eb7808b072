import { basename, join } from 'node:path'
import type { Recording } from '../contracts/recording'
import { AppError, fromErrorReply } from '../core/errors'
import type { OperatingPointName } from '../core/model-card'
import type { Analyser } from '../main/analysis/analyser'
import { bytesOfFile } from '../main/file-bytes'
import { openLibrary } from '../main/library/library'
import { displayName } from '../main/media'
import { ownFolder } from '../main/owner'
import { createPipeline } from '../main/pipeline'
import { openSettings } from '../main/settings'
import type { AnalysedFile } from './line'
import type { Way } from './way'

/**
 * Takes files into the library, as the window does, and analyses them there.
 *
 * A file that is in the library already is analysed again.
 *
 * @throws {AppError} as `ownFolder` and `openLibrary`
 */
export async function openKeeper(options: {
  analyser: Analyser
  data: string
  /** Default: the one that was chosen in the window. */
  operatingPoint?: OperatingPointName
  /** From 1; the one with a heart in it unless given. */
  channel?: number
}): Promise<Way> {
  const { analyser, data } = options
  const letGo = await ownFolder(data)
  const settings = await openSettings(data)
  const library = await openLibrary(join(data, 'library')).catch((thrown: unknown) => {
    letGo()
    throw thrown
  })
  const operatingPoint = () => options.operatingPoint ?? settings.get().operatingPoint
  const pipeline = createPipeline({ library, analyser, operatingPoint, publish: () => {} })

  return {
    async analyse(file) {
      const { id } = await pipeline.takeIn(bytesOfFile(file), {
        name: displayName(basename(file)),
        source: { kind: 'file' }
      })
      return analysedOf(await pipeline.start(id, options.channel && options.channel - 1))
    },
    async close() {
      await pipeline.close()
      library.close()
      letGo()
    }
  }
}

function analysedOf({ state, sha256 }: Recording): AnalysedFile {
  if (state.status === 'failed') throw fromErrorReply(state.error)
  if (state.status !== 'analysed') throw new AppError('internal', `still ${state.status}`)
  const { analysis, format, timingsMs } = state
  return { analysis, format, sha256, timingsMs }
}
