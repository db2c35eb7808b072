import { numbers } from './numbers'

/** The sound and its pictures. */
export const player = {
  title: 'Sound',
  play: 'Play',
  pause: 'Pause',
  loop: 'Loop',
  clearSpan: 'Clear selection',
  speed: 'Speed',
  /** `0.5×` */
  rate: (rate: number): string => `${rate}×`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomFit: 'Whole recording',
  waveform: 'Waveform',
  position: (nowS: number, endS: number): string => `${numbers.clock(nowS)} / ${numbers.clock(endS)}`,
  positionSpoken: (nowS: number, endS: number): string =>
    `${numbers.decimal(nowS, 1)} of ${numbers.decimal(endS, 1)} seconds`,
  span: (startS: number, endS: number): string => `${numbers.decimal(startS, 1)}–${numbers.decimal(endS, 1)}\u00a0s`,
  hint: 'Click to go there, drag to select a span.',
  cannotPlay: 'This sound cannot be played here. The pictures and the numbers are still right.',
  noPicture: 'The picture could not be loaded.',
  keyboard: 'Arrow keys move by a second, Space plays, L loops.'
}

/** The log-mel spectrogram and what is drawn on it. */
export const picture = {
  title: 'Log-mel spectrogram, as the network saw it',
  frequency: 'Hz',
  seconds: 's',
  level: 'dB',
  levelLong: 'dB relative to full scale',
  floor: (rangeDb: number): string => `clipped ${numbers.integer(rangeDb)} dB below the loudest`,
  cursor: (timeS: number, hertz: number, decibels: number): string =>
    `${numbers.decimal(timeS, 2)}\u00a0s · ${numbers.integer(hertz)}\u00a0Hz · ${numbers.decimal(decibels, 1)}\u00a0dB`,
  cursorIdle: 'Point at the picture to read it',
  tick: (value: number, digits: number): string => numbers.decimal(value, digits),
  hertz: (value: number): string => numbers.integer(value),
  description: (durationS: number, lowHz: number, highHz: number, topDb: number): string =>
    `Spectrogram of ${numbers.decimal(durationS, 1)} seconds from ${numbers.integer(lowHz)} to ${numbers.integer(highHz)} hertz; the loudest point is at ${numbers.decimal(topDb, 1)} decibels relative to full scale.`,
  evidence: 'Evidence',
  evidenceLong: 'What pulled the answer: up towards abnormal-like, down towards normal-like',
  evidenceDescription: (strongestS: number, side: 'normal-like' | 'abnormal-like'): string =>
    `The strongest pull, towards ${side}, is at ${numbers.decimal(strongestS, 1)} seconds.`,
  showEvidence: 'Show evidence'
}
