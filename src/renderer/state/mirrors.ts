import { createContext, useContext } from 'react'
import type { AnalyseAll } from '../../contracts/analyse-all'
import type { About, Settings } from '../../contracts/desktop-api'
import type { HandOverState } from '../../contracts/hand-over'
import type { Recording, RecordingId, Sample } from '../../contracts/recording'
import type { Stethoscopes } from '../../contracts/stethoscope'
import type { Host } from '../api/host'
import { createMirror, type Mirror } from './mirror'

/** All that the window knows of its host. */
export interface Mirrors {
  library: Mirror<Recording[]>
  settings: Mirror<Settings>
  samples: Mirror<Sample[]>
  about: Mirror<About>
  phone: Mirror<HandOverState>
  stethoscopes: Mirror<Stethoscopes>
  analyseAll: Mirror<AnalyseAll>
}

export function mirrorsOf({ api, onReconnected }: Host): Mirrors {
  const mirrors: Mirrors = {
    library: createMirror({
      load: () => api.library.list(),
      follow(change) {
        api.library.onChanged((recording) => change((all) => withRecording(all, recording)))
        api.library.onRemoved((id) => change((all) => withoutRecording(all, id)))
      }
    }),
    settings: createMirror({
      load: () => api.settings.get(),
      follow: (change) => void api.settings.onChanged((settings) => change(() => settings))
    }),
    samples: createMirror({ load: () => api.samples.list(), follow: () => {} }),
    about: createMirror({ load: () => api.system.about(), follow: () => {} }),
    phone: createMirror({
      load: () => api.phone.state(),
      follow: (change) => void api.phone.onChanged((pairing) => change(() => pairing))
    }),
    stethoscopes: createMirror({
      load: () => api.stethoscopes.get(),
      follow: (change) => void api.stethoscopes.onChanged((stethoscopes) => change(() => stethoscopes))
    }),
    analyseAll: createMirror({
      load: () => api.analysis.all(),
      follow: (change) => void api.analysis.onAllChanged((all) => change(() => all))
    })
  }
  onReconnected(() => {
    void mirrors.library.reload()
    void mirrors.settings.reload()
    void mirrors.about.reload()
    void mirrors.phone.reload()
    void mirrors.stethoscopes.reload()
    void mirrors.analyseAll.reload()
  })
  return mirrors
}

/** The list with one recording new or changed, newest first. */
export function withRecording(all: Recording[], recording: Recording): Recording[] {
  const isKnown = all.some(({ id }) => id === recording.id)
  if (isKnown) return all.map((known) => (known.id === recording.id ? recording : known))
  return [...all, recording].sort((a, b) => b.addedAt.localeCompare(a.addedAt))
}

export function withoutRecording(all: Recording[], removed: RecordingId): Recording[] {
  return all.filter(({ id }) => id !== removed)
}

export const MirrorsContext = createContext<Mirrors | null>(null)

/** @throws {RangeError} outside the window's provider */
export function useMirrors(): Mirrors {
  const mirrors = useContext(MirrorsContext)
  if (!mirrors) throw new RangeError('no mirrors above this component')
  return mirrors
}
