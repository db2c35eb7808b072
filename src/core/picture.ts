import type { Pcg } from './pcg'

/**
 * What is drawn of a recording, each kind with what its rows and columns are:
 * `waveform` `[columns x 2]`, lowest and highest sample of each span, a hop long;
 * `spectrogram` `[bands x frames]`, dB re full scale, low bands first;
 * `evidence-map` `[rows x frames]`, what each moment and pitch, in the card's `evidence.rowsHz`, brings to the network's
 * abnormal logit, above zero towards abnormal-like;
 * `murmur-evidence-map` the same of the network's murmur logit, above zero towards a murmur;
 * `beats` `[beats x 2]`, seconds of S1 and S2, see {@link Beat}.
 */
export const PICTURE_KINDS = ['waveform', 'spectrogram', 'evidence-map', 'murmur-evidence-map', 'beats'] as const

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
    beats: of('beats')
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

/** Beats as a picture. @param beats in order of time */
export function pictureOfBeats(beats: readonly Beat[]): Picture<'beats'> {
  const data = Float32Array.from(beats.flatMap(({ s1S, s2S }) => [s1S, s2S]))
  // They have no axis but their own times.
  return { kind: 'beats', dims: [beats.length, 2], data, firstS: 0, hopS: 1 }
}

/** {@link pictureOfBeats} undone, to the precision of single floats. */
export function beatsOf({ data }: Picture<'beats'>): Beat[] {
  return Array.from({ length: data.length / 2 }, (_, beat) => ({ s1S: data[2 * beat]!, s2S: data[2 * beat + 1]! }))
}
