import type { Publish } from '../../contracts/host-events'
import type { Recording, RecordingId } from '../../contracts/recording'
import type { Analysis, NamedTuning } from '../../core/analysis'
import { answerAgain } from '../../core/answer-again'
import { AppError } from '../../core/errors'
import type { ModelCard } from '../../core/model-card'
import { notDrawn, type Picture } from '../../core/picture'
import type { Library } from '../library/library'
import { createOneByOne } from '../one-by-one'
import type { Pipeline } from '../pipeline'

/**
 * Makes every answer again that stands on another scale than is chosen now: at once, since the network is not asked.
 *
 * What is being analysed follows when that has ended; what another network said keeps its answer until it is analysed
 * again.
 */
export function createAnswersAgain({
  library,
  pipeline,
  tuningOf,
  readCard,
  publish
}: {
  library: Library
  pipeline: Pick<Pipeline, 'start' | 'view'>
  tuningOf: (recording: Recording) => Promise<NamedTuning | null>
  readCard: () => Promise<ModelCard>
  publish: Publish
}): () => Promise<void> {
  const oneByOne = createOneByOne()

  const again = async (id: RecordingId, card: ModelCard) => {
    const recording = library.get(id)
    const { state } = recording
    if (state.status !== 'analysed') return
    const tuning = await tuningOf(recording)
    if (!isOtherwise(state.analysis, tuning, card)) return
    const { operatingPoint } = state.analysis.answer
    const analysis = answerAgain(state.analysis, await evidenceOf(library, id), card, { operatingPoint, tuning })
    const changed = await library.setState(id, { ...state, analysis })
    publish({ domain: 'library', method: 'onChanged', payload: pipeline.view(changed) })
  }

  return () =>
    oneByOne('', async () => {
      // Without a card there is nothing to answer by; the system check names the fault.
      const card = await readCard().catch(() => null)
      if (!card) return
      const running = library.list().filter((one) => pipeline.view(one).state.status === 'analysing')
      const isRunning = new Set(running.map(({ id }) => id))
      for (const { id } of library.list()) if (!isRunning.has(id)) await orAsItWas(() => again(id, card))
      for (const { id } of running) {
        await orAsItWas(async () => {
          // It may have ended meanwhile, and is not to begin anew.
          if (pipeline.view(library.get(id)).state.status === 'analysing') await pipeline.start(id)
          if (library.list().some((one) => one.id === id)) await again(id, card)
        })
      }
    })
}

/** One that cannot be read or stored now is passed over, and keeps the answer it has. */
async function orAsItWas(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
  }
}

function isOtherwise({ answer, model }: Analysis, tuning: NamedTuning | null, { sha256 }: ModelCard): boolean {
  const now = answer.tuning
  const isSame = now?.name === tuning?.name && now?.scale === tuning?.scale && now?.offset === tuning?.offset
  return model.sha256 === sha256 && !isSame
}

async function evidenceOf(library: Library, id: RecordingId): Promise<Picture<'evidence-map'>> {
  // Without its picture it has an answer all the same.
  const read = await library.readPicture(id, 'evidence-map').catch(() => null)
  if (!read) return notDrawn('evidence-map')
  const { bytes, ...shape } = read
  return { kind: 'evidence-map', ...shape, data: new Float32Array(bytes.slice().buffer) }
}
