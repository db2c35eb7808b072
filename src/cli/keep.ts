import { basename, join } from 'node:path'
import type { Recording, RecordingId } from '../contracts/recording'
import { AppError, fromErrorReply } from '../core/errors'
import { type MarkedBeat, markedBeatsOf } from '../core/picture'
import type { Analyser } from '../main/analysis/analyser'
import { readCard } from '../main/analysis/model-files'
import { type Closing, createClosing } from '../main/closing'
import { bytesOfFile } from '../main/file-bytes'
import { type Library, openLibrary } from '../main/library/library'
import { displayName } from '../main/media'
import { ownFolder } from '../main/owner'
import { createPipeline } from '../main/pipeline'
import { openSettings } from '../main/settings'
import { createStethoscopes } from '../main/stethoscopes/stethoscopes'
import { openStethoscopeStore } from '../main/stethoscopes/store'
import type { AnalysedFile } from './line'
import type { ChosenByFlags, Way } from './way'

/**
 * Takes files into the library, as the window does, and analyses them there.
 *
 * A file that is in the library already is analysed again; what the command line does not choose was chosen in the
 * window.
 *
 * @throws {AppError} as `ownFolder` and `openLibrary`
 */
export async function openKeeper(options: KeeperOptions): Promise<Way> {
  const closing = createClosing()
  try {
    return await openWay(options, closing)
  } catch (thrown) {
    await closing.close().catch(() => {})
    throw thrown
  }
}

interface KeeperOptions extends ChosenByFlags {
  analyser: Analyser
  models: string
  data: string
}

async function openWay({ analyser, models, data, ...chosen }: KeeperOptions, closing: Closing): Promise<Way> {
  closing.add(await ownFolder(data))
  const settings = await openSettings(data)
  const library = await openLibrary(join(data, 'library'))
  closing.add(library.close)
  const stethoscopes = createStethoscopes({
    store: await openStethoscopeStore(data),
    recordings: library.list,
    readCard: () => readCard(models),
    onChanged: () => {}
  })
  const operatingPoint = () => chosen.operatingPoint ?? settings.get().operatingPoint
  const tuningOf = async (recording: Recording) => chosen.tuning ?? stethoscopes.tuningOf(recording)
  const pipeline = createPipeline({ library, analyser, operatingPoint, tuningOf, publish: () => {} })
  closing.add(pipeline.close)

  return {
    async analyse(file) {
      const { id } = await pipeline.takeIn(bytesOfFile(file), {
        name: displayName(basename(file)),
        source: { kind: 'file' }
      })
      const analysed = analysedOf(await pipeline.start(id, chosen.channel))
      return { ...analysed, beats: await beatsOf(library, id) }
    },
    close: closing.close
  }
}

function analysedOf({ state, sha256 }: Recording): Omit<AnalysedFile, 'beats'> {
  if (state.status === 'failed') throw fromErrorReply(state.error)
  if (state.status !== 'analysed') throw new AppError('internal', `still ${state.status}`)
  const { analysis, format, timingsMs } = state
  return { analysis, format, sha256, timingsMs }
}

async function beatsOf(library: Library, id: RecordingId): Promise<MarkedBeat[]> {
  const { bytes, ...shape } = await library.readPicture(id, 'beats')
  return markedBeatsOf({ kind: 'beats', ...shape, data: new Float32Array(bytes.slice().buffer) })
}
