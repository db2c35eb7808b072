import type { Pcg } from './pcg'

/**
 * What is drawn of a recording, each kind with what its rows and columns are:
 * `waveform` `[columns x 2]`, lowest and highest sample of each span, a hop long;
 * `spectrogram` `[bands x frames]`, dB re full scale, low bands first;
 * `evidence-map` `[rows x frames]`, what each moment and pitch, in the card's `evidence.rowsHz`, brings to the network's
 * abnormal logit, above zero towards abnormal-like;
 * `murmur-evidence-map` the same of the network's murmur logit, above zero towards a murmur;
 * `beats` `[beats x 9]`, see {@link pictureOfBeats}; earlier versions drew `[beats x 2]`;
 * `averaged-beat` `[3 + bands x frames]`, loudness of all beats laid over each other as the root of the power re full
 * scale: mean, what a tenth of them lie below, and above; then the mean of each band, dB re full scale; S1 is at 0 s.
 */
export const PICTURE_KINDS = [
  'waveform',
  'spectrogram',
  'evidence-map',
  'murmur-evidence-map',
  'beats',
  'averaged-beat'
] as const

/** Of an averaged beat, above its bands. */
export const AVERAGED_LOUDNESS_ROWS = 3

export type PictureKind = (typeof PICTURE_KINDS)[number]

/** Shape and time axis of a picture. */
export interface PictureShape {
  /** Row-major; no rows where it was not drawn: earlier versions drew fewer. */
  dims: readonly [rows: number, columns: number]
  /** Seconds of the first frame's centre; of a waveform, of its first column's start. */
  firstS: number
  /** Seconds from one frame to the next. */
  hopS: number
}

/** Numbers to be drawn: too large for JSON, kept beside the recording. */
export interface Picture<Kind extends PictureKind = PictureKind> extends PictureShape {
  kind: Kind
  data: Float32Array
}

/** The pictures of one recording. */
export type Pictures = { [Kind in PictureKind]: Picture<Kind> }

/** What is kept of a recording to be drawn: for a close look also what the pictures were drawn from. */
export interface KeptPictures extends Pictures {
  /** Every sample, mono, at the network's rate, its offset taken out. */
  heard: Pcg
}

/** One picture of each kind; one without rows for a kind that is not among those given. */
export function byKind(pictures: readonly Picture[]): Pictures {
  const of = <Kind extends PictureKind>(kind: Kind): Picture<Kind> =>
    pictures.find((picture): picture is Picture<Kind> => picture.kind === kind) ?? notDrawn(kind)
  return {
    waveform: of('waveform'),
    spectrogram: of('spectrogram'),
    'evidence-map': of('evidence-map'),
    'murmur-evidence-map': of('murmur-evidence-map'),
    beats: of('beats'),
    'averaged-beat': of('averaged-beat')
  }
}

/** A picture that was never drawn. */
export function notDrawn<Kind extends PictureKind>(kind: Kind): Picture<Kind> {
  return { kind, dims: [0, 0], data: new Float32Array(), firstS: 0, hopS: 1 }
}

/** One beat as the network hears it: an estimate, nobody has marked the recording. */
export interface Beat {
  /** Middles of the first and the second sound, seconds. */
  s1S: number
  s2S: number
}

/** Where one sound of the heart begins and ends, seconds. */
export interface Sounding {
  startS: number
  endS: number
}

/** A beat that is marked, as far as it was measured. */
export interface MarkedBeat extends Beat {
  s1: Sounding
  s2: Sounding
  /** How sure the network is of it, 0 to 1. */
  sureness: number
  /** When it is, by its sound laid over that of the others: finer than the middle of S1, seconds. */
  alignedS: number
  /** To the next beat, S1 to S1; null where that is not marked, or one may lie unheard between them. */
  rrS: number | null
}

/**
 * Beats as a picture: of each `s1S`, `s2S`, start and end of S1, start and end of S2, `sureness`, `alignedS`, and `rrS`
 * or -1.
 *
 * @param beats in order of time
 */
export function pictureOfBeats(beats: readonly MarkedBeat[]): Picture<'beats'> {
  const data = Float32Array.from(
    beats.flatMap(({ s1S, s2S, s1, s2, sureness, alignedS, rrS }) => [
      ...[s1S, s2S, s1.startS, s1.endS, s2.startS, s2.endS],
      ...[sureness, alignedS, rrS ?? -1]
    ])
  )
  // They have no axis but their own times.
  return { kind: 'beats', dims: [beats.length, BEAT_COLUMNS], data, firstS: 0, hopS: 1 }
}

const BEAT_COLUMNS = 9

/** Where the beats of a picture are, to the precision of single floats; whichever version drew it. */
export function beatsOf({ dims: [count, columns], data }: Picture<'beats'>): Beat[] {
  return Array.from({ length: count }, (_, beat) => ({
    s1S: data[columns * beat]!,
    s2S: data[columns * beat + 1]!
  }))
}

/** {@link pictureOfBeats} undone, to the precision of single floats; none where an earlier version drew it. */
export function markedBeatsOf({ dims: [count, columns], data }: Picture<'beats'>): MarkedBeat[] {
  if (columns !== BEAT_COLUMNS) return []
  return Array.from({ length: count }, (_, beat) => {
    const at = (column: number) => data[columns * beat + column]!
    return {
      ...{ s1S: at(0), s2S: at(1), s1: { startS: at(2), endS: at(3) }, s2: { startS: at(4), endS: at(5) } },
      ...{ sureness: at(6), alignedS: at(7), rrS: at(8) < 0 ? null : at(8) }
    }
  })
}
