import type { Stethoscope, Stethoscopes, TuningPreview } from '../../contracts/stethoscope'
import { KnownRow } from '../stethoscopes/KnownRow'
import { RecordingStethoscope } from '../stethoscopes/RecordingStethoscope'
import { StethoscopeSection } from '../stethoscopes/StethoscopeSection'
import type { NamedSource } from '../stethoscopes/sound-sources'
import { TuneForm } from '../stethoscopes/TuneForm'
import { TuningEffect } from '../stethoscopes/TuningEffect'
import { exampleCard } from './example-card'
import { abnormal, normal, refused } from './example-recordings'
import { nothing, type Sheets } from './sheet'

const { name, version, sha256 } = exampleCard
const blue: Stethoscope = {
  id: '7b1f9c52-2f4b-4f0a-9a7e-0d6f6a1c3e21',
  name: 'The blue one',
  madeAt: '2026-11-22T10:00:00Z',
  scale: 1,
  offset: -0.8,
  people: { normal: 6, abnormal: 0 },
  model: { name, version, sha256 }
}
const ward: Stethoscope = {
  ...blue,
  id: 'c0c6cf57-3f52-4a65-8f35-6f1d6a8c2b11',
  name: 'A stethoscope with a very long name, from the ward on the third floor',
  scale: 0.8,
  offset: 0.6,
  people: { normal: 12, abnormal: 4 }
}
const old: Stethoscope = {
  ...blue,
  id: 'd9a4fd0e-6f8e-4f29-8c5d-0a3b9f7e4c55',
  name: 'Old one',
  model: { name, version: '0.6.0', sha256: 'f'.repeat(64) }
}
const phoneId = 'e5b0b7f0-5b1e-4c8e-9d60-1c2d3e4f5a6b'
const sources: NamedSource[] = [
  { source: 'files', label: 'Files' },
  { source: `phone:${phoneId}`, label: 'Phone: Pixel of Ada' }
]
const kept: Stethoscopes = { kept: [blue, ward, old], chosen: { files: blue.id } }

const preview: TuningPreview = {
  scale: 1,
  offset: -0.8,
  people: { normal: 2, abnormal: 0 },
  moved: [abnormal, normal].flatMap(({ id, state }) =>
    state.status === 'analysed'
      ? [
          {
            id,
            before: state.analysis.answer,
            after: { ...state.analysis.answer, abnormalProbability: 0.44, outcome: 'cannot-tell' as const }
          }
        ]
      : []
  ),
  leftOut: [{ id: refused.id, reason: 'refused' }],
  turned: [{ source: 'files', answers: 12, turned: 3 }]
}
const actions = {
  network: sha256,
  preview: async () => preview,
  onKeep: async () => true,
  onImport: nothing,
  onExport: nothing,
  onRename: nothing,
  onRemove: nothing,
  onChoose: nothing
}

/** Your stethoscope, in the settings and beside a recording. */
export const stethoscopeSheets: Sheets = {
  'stethoscopes-none': () => (
    <StethoscopeSection stethoscopes={{ kept: [], chosen: {} }} sources={sources} recordings={[]} {...actions} />
  ),
  stethoscopes: () => (
    <StethoscopeSection stethoscopes={kept} sources={sources} recordings={[abnormal, normal]} {...actions} />
  ),
  'stethoscope-form': () => (
    <TuneForm
      sources={sources}
      recordings={[abnormal, normal, refused]}
      preview={actions.preview}
      onKeep={nothing}
      onCancel={nothing}
    />
  ),
  'stethoscope-form-empty': () => (
    <TuneForm sources={sources} recordings={[]} preview={actions.preview} onKeep={nothing} onCancel={nothing} />
  ),
  'stethoscope-known': () => (
    <ul className="card divide-y divide-line">
      {[abnormal, normal, refused].map((recording) => (
        <KnownRow
          key={recording.id}
          recording={recording}
          said={{ kind: 'normal', person: 'Ada' }}
          preview={preview}
          onSay={nothing}
        />
      ))}
    </ul>
  ),
  'stethoscope-effect': () => (
    <div className="flex flex-col gap-4">
      <TuningEffect preview={null} source="files" />
      <TuningEffect preview={preview} source="files" />
      <TuningEffect preview={{ ...preview, people: { normal: 8, abnormal: 2 } }} source="files" />
      <TuningEffect preview={{ ...preview, people: { normal: 0, abnormal: 2 } }} source="files" />
    </div>
  ),
  'stethoscope-of-recording': () => <RecordingStethoscope recording={abnormal} stethoscopes={kept} onChoose={nothing} />
}
