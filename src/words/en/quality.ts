import type { QualityReason } from '../../core/analysis'

/** What was wrong with the sound: a name, and the fix. */
const REASONS: Record<QualityReason, { title: string; todo: string }> = {
  silent: { title: 'Almost silent', todo: 'Check the microphone and hold it closer.' },
  clipped: { title: 'Overdriven', todo: 'Lower the recording level.' },
  'no-heart-sound': { title: 'No heart sound', todo: 'Try another place on the chest, in a quiet room.' },
  'no-beat': { title: 'No steady beat', todo: 'Hold still, and record ten seconds or more.' },
  'few-usable-windows': { title: 'Little usable sound', todo: 'Record longer, without moving or talking.' },
  short: { title: 'Short', todo: 'Record ten seconds or more.' }
}

export const quality = {
  label: 'Quality',
  good: 'good',
  usable: 'usable, with faults',
  unusable: 'not usable',
  reason: (reason: QualityReason): { title: string; todo: string } => REASONS[reason]
}
