import type { About, Handlers } from '../contracts/desktop-api'
import type { Publish } from '../contracts/host-events'
import type { Recording } from '../contracts/recording'
import type { SystemReport } from '../contracts/system'
import { simulateHeart } from '../core/simulate'
import { encodeWav } from '../core/wav'
import type { AnalyseAllService } from './analyse-all'
import type { Library } from './library/library'
import type { HandOver } from './phone/hand-over'
import type { Pipeline } from './pipeline'
import type { Samples } from './samples'
import type { SettingsStore } from './settings'
import type { StethoscopeService } from './stethoscopes/stethoscopes'

/** Long enough for a handful of windows, short enough to be listened to. */
const SIMULATION = { durationS: 20, sampleRate: 4000, seed: 1 }

/** What each call of `DesktopApi` does: one line a call. */
export function createHandlers(services: {
  library: Library
  pipeline: Pipeline
  analyseAll: AnalyseAllService
  samples: Samples
  stethoscopes: StethoscopeService
  settings: SettingsStore
  phone: HandOver
  publish: Publish
  about: () => Promise<About>
  check: () => Promise<SystemReport>
  bundle: () => Promise<string>
}): Handlers {
  const { library, pipeline, analyseAll, samples, stethoscopes, settings, phone, publish } = services
  /** As the windows see it, and told to all of them. */
  const told = (recording: Recording): Recording => {
    const seen = pipeline.view(recording)
    publish({ domain: 'library', method: 'onChanged', payload: seen })
    return seen
  }
  return {
    library: {
      list: () => library.list().map(pipeline.view),
      async remove({ id }) {
        await library.remove(id)
        pipeline.drop(id)
        analyseAll.drop(id)
        publish({ domain: 'library', method: 'onRemoved', payload: id })
      },
      async restore({ id }) {
        const { state } = await library.restore(id)
        if (state.status === 'waiting') void pipeline.start(id)
        return told(library.get(id))
      },
      rename: async ({ id, name }) => told(await library.rename(id, name))
    },
    analysis: {
      start: ({ id, channel }) => void pipeline.start(id, channel),
      cancel: ({ id }) => pipeline.cancel(id),
      all: () => analyseAll.state(),
      startAll: () => analyseAll.start(),
      cancelAll: () => analyseAll.cancel(),
      leaveOut: async ({ id, part }) => (await pipeline.leaveOut(id, part)).answer
    },
    samples: {
      list: () => samples.list(),
      async open({ id }) {
        const { sample, bytes } = await samples.read(id)
        return pipeline.takeIn(once(bytes), { name: sample.title, source: { kind: 'sample', sample: id } })
      },
      simulate: (heart) =>
        pipeline.takeIn(once(encodeWav(simulateHeart({ ...heart, ...SIMULATION }), { bitDepth: 16 })), {
          name: `${heart.heartRateBpm} bpm`,
          source: { kind: 'simulator', settings: heart }
        })
    },
    phone: {
      state: phone.view,
      open: phone.open,
      stop: phone.stop,
      newCode: phone.newCode,
      confirm: ({ phoneId }) => phone.confirm(phoneId),
      refuse: ({ phoneId }) => phone.refuse(phoneId),
      rename: ({ phoneId, name }) => phone.rename(phoneId, name),
      revoke: ({ phoneId }) => phone.revoke(phoneId),
      setPlain: ({ isOn }) => phone.setPlain(isOn),
      setTrust: ({ isOn }) => phone.setTrust(isOn),
      openFirewall: phone.openFirewall
    },
    stethoscopes: {
      get: stethoscopes.get,
      preview: ({ known }) => stethoscopes.preview(known),
      keep: stethoscopes.keep,
      rename: ({ id, name }) => stethoscopes.rename(id, name),
      remove: ({ id }) => stethoscopes.remove(id),
      restore: ({ id }) => stethoscopes.restore(id),
      choose: ({ source, id }) => stethoscopes.choose(source, id),
      file: ({ id }) => stethoscopes.fileOf(id),
      take: ({ text }) => stethoscopes.take(text)
    },
    system: { about: services.about, check: services.check, bundle: services.bundle },
    settings: {
      get: () => settings.get(),
      async set(change) {
        const saved = await settings.set(change)
        publish({ domain: 'settings', method: 'onChanged', payload: saved })
        return saved
      }
    }
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
