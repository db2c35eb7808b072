import { basename, join } from 'node:path'
import type { About } from '../contracts/desktop-api'
import type { HostEvent, Publish } from '../contracts/host-events'
import type { RecordingId } from '../contracts/recording'
import type { ModelCard } from '../core/model-card'
import { createAnalyseAll } from './analyse-all'
import { createAnalyser } from './analysis/analyser'
import { readCard } from './analysis/model-files'
import type { SpawnAnalysis } from './analysis/rpc'
import { type Closing, createClosing } from './closing'
import { bytesOfFile } from './file-bytes'
import { findFiles } from './find-files'
import { createHandlers } from './handlers'
import type { Host } from './host'
import { openLibrary } from './library/library'
import { bundleOf } from './log/bundle'
import { writeDownEnds } from './log/ends'
import { type Log, openLog, readLog } from './log/log'
import { watchEvents, watchIntakes } from './log/watch'
import { displayName, respondToMedia } from './media'
import { ownFolder } from './owner'
import { logFolder, type Paths } from './paths'
import { openHandOver, PATIENCE } from './phone/hand-over'
import { localNetwork } from './phone/server/local-network'
import { createPipeline } from './pipeline'
import { openSamples } from './samples'
import { openSettings } from './settings'
import { createAnswersAgain } from './stethoscopes/answers-again'
import { createStethoscopes } from './stethoscopes/stethoscopes'
import { openStethoscopeStore } from './stethoscopes/store'
import { checkSystem } from './system/check'

/**
 * Puts the host together: every service behind a door, with no Electron and no HTTP server for the window in it.
 *
 * @throws {AppError} `library-in-use`, `library-newer`, `disk-full`, `storage-unwritable`; nothing stays open then
 */
export async function openHost(options: HostOptions): Promise<Host> {
  const closing = createClosing()
  const log = openLog(logFolder(options.paths.data))
  try {
    return await openServices(options, closing, log)
  } catch (thrown) {
    log.fail('start', thrown)
    await closing.close().catch(() => {})
    throw thrown
  }
}

interface HostOptions {
  paths: Paths
  version: string
  door: About['door']
  spawn: SpawnAnalysis
}

async function openServices({ paths, version, door, spawn }: HostOptions, closing: Closing, log: Log): Promise<Host> {
  const listeners = new Set<(event: HostEvent) => void>()
  const publish: Publish = (event) => {
    for (const listener of listeners) listener(event)
  }
  closing.add(await ownFolder(paths.data))
  closing.add(writeDownEnds(log))
  const settings = await openSettings(paths.data)
  const library = await openLibrary(join(paths.data, 'library'))
  closing.add(library.close)
  const analyser = createAnalyser({ models: paths.models, spawn, hasSlowLane: true })
  closing.add(analyser.close)
  const operatingPoint = () => settings.get().operatingPoint
  let read: Promise<ModelCard> | null = null
  // Once is enough; one that could not be read may be mended while we run.
  const card = () => {
    read ??= readCard(paths.models).catch((error: unknown) => {
      read = null
      throw error
    })
    return read
  }
  let passing = Promise.resolve()
  const stethoscopes = createStethoscopes({
    store: await openStethoscopeStore(paths.data),
    recordings: library.list,
    readCard: card,
    onChanged(changed) {
      publish({ domain: 'stethoscopes', method: 'onChanged', payload: changed })
      passing = answersAgain()
    }
  })
  const { tuningOf } = stethoscopes
  const pipeline = watchIntakes(createPipeline({ library, analyser, publish, operatingPoint, tuningOf }), log)
  const answersAgain = createAnswersAgain({ library, pipeline, tuningOf, readCard: card, publish })
  closing.add(() => passing)
  closing.add(pipeline.close)
  const analyseAll = createAnalyseAll({ library, pipeline, publish, operatingPoint })
  closing.add(() => void analyseAll.cancel())
  const subscribe: Host['subscribe'] = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const phone = await openHandOver({
    folder: join(paths.data, 'phone'),
    recorder: paths.recorder,
    models: paths.models,
    takeIn: pipeline.takeIn,
    network: localNetwork,
    patience: PATIENCE,
    recordings: {
      view: (id) => pipeline.view(library.get(id)),
      onChanged: (listener) =>
        subscribe(({ domain, method, payload }) => {
          if (domain === 'library' && method === 'onChanged') listener(payload)
        })
    },
    onChanged: (state) => publish({ domain: 'phone', method: 'onChanged', payload: state }),
    onRecording: (id) => publish({ domain: 'library', method: 'onArrived', payload: pipeline.view(library.get(id)) })
  })
  closing.add(async () => void (await phone.stop()))
  const samples = openSamples(join(paths.resources, 'samples'))
  const about = async (): Promise<About> => ({
    version,
    door,
    // Without its model the program still shows, plays and keeps recordings; the system check names the fault.
    model: await readCard(paths.models).catch(() => null)
  })
  const check = () => checkSystem({ paths, version, analyser })
  const bundle = async () => bundleOf(await check(), await readLog(logFolder(paths.data)))

  subscribe(watchEvents(log))
  const [node, system] = [process.versions.node, `${process.platform}-${process.arch}`]
  log.write({ event: 'start', version, door, node, system, recordings: library.list().length })
  pipeline.resume()
  analyser.warmUp()

  return {
    handlers: createHandlers({
      library,
      pipeline,
      analyseAll,
      samples,
      stethoscopes,
      settings,
      phone,
      publish,
      about,
      check,
      bundle
    }),
    subscribe,
    respond: (request) => respondToMedia(request, { library, pipeline }),
    async openPaths(given) {
      const { files, leftOut } = await findFiles(given)
      if (leftOut > 0) publish({ domain: 'library', method: 'onLeftOut', payload: leftOut })
      const ids: RecordingId[] = []
      const failures: unknown[] = []
      for (const path of files) {
        const about = { name: displayName(basename(path)), source: { kind: 'file' as const } }
        try {
          const { id } = await pipeline.takeIn(bytesOfFile(path), about)
          if (ids.push(id) === 1) publish({ domain: 'library', method: 'onOpened', payload: id })
        } catch (thrown) {
          failures.push(thrown)
        }
      }
      // One that cannot be read costs the others nothing; the first is named.
      if (failures.length > 0) throw failures[0]
      return ids
    },
    note: log.fail,
    close: closing.close
  }
}
