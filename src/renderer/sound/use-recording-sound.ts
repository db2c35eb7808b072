import { useCallback } from 'react'
import { mediaPath } from '../../contracts/media'
import type { RecordingId, Timings } from '../../contracts/recording'
import type { Analysis } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import { loadSamples } from '../api/pictures'
import type { LoadSamples } from './sample-cache'
import { useEvidenceLayer } from './use-evidence-layer'
import type { Layer } from './use-layer'
import { type LeaveOut, useLeaveOut } from './use-leave-out'
import { type LoadedPictures, usePictures } from './use-pictures'

/** All that is heard and seen of one recording. */
export interface RecordingSound {
  /** Where the sound is. */
  url: string
  pictures: LoadedPictures
  loadSamples: LoadSamples
  evidence: Layer
  /** Where the host can be asked what the answer would be without a part. */
  leaveOut?: LeaveOut
}

/** What the host has of an analysed recording. */
export function useRecordingSound(
  id: RecordingId,
  { analysis, timingsMs }: { analysis: Analysis; timingsMs: Timings }
): RecordingSound {
  // Analysed again, everything may have changed.
  const version = `${analysis.model.sha256} ${timingsMs.total}`
  const pictures = usePictures(id, version)
  const leaveOut = useLeaveOut(id, analysis.answer)
  const evidence = useEvidenceLayer(refusalOf(analysis.answer) !== null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an earlier version did not keep is there now
  const load = useCallback<LoadSamples>((first, count, signal) => loadSamples(id, first, count, signal), [id, version])
  return { url: mediaPath(id, 'audio'), pictures, loadSamples: load, evidence, leaveOut }
}
