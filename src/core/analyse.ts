import type { Analysis, FileFinding, NamedTuning, Progress, WindowAnalysis } from './analysis'
import { answerFrom } from './answer'
import { bandwidthOf } from './bandwidth'
import { hearBeats, surenessOf } from './cardiac-cycle'
import { measureBeats } from './cycle/measure-beats'
import { decidingParts } from './deciding-parts'
import { domainOf } from './domain'
import { AppError } from './errors'
import { findingsOf } from './findings'
import type { ModelCard, OperatingPointName } from './model-card'
import { durationOf, type Pcg, withoutOffset } from './pcg'
import type { KeptPictures, Picture } from './picture'
import { judgeQuality, levelOf } from './quality'
import { RECORDING_LIMITS } from './recording-limits'
import { calibrated } from './score'
import { stitchRows } from './stitch'
import { concatenate, type Tensor, tensor } from './tensor'
import { tunedCalibration } from './tuning'
import { drawWaveform } from './waveform'
import { cutWindows } from './windows'

/** What the graph gives for a batch of windows; shapes as in the model's README. */
export interface Outputs {
  /** `[windows]` */
  abnormalLogit: Tensor
  /** `[windows]` */
  murmurLogit: Tensor
  /** `[windows]` */
  qualityLogit: Tensor
  /** `[windows x bands x frames]` */
  logMel: Tensor
  /** `[windows x rows x frames]`, what each moment and band brings to the abnormal logit */
  evidenceMap: Tensor
  /** The same of the murmur logit. */
  murmurEvidenceMap: Tensor
  /** `[windows x parts x frames]`, probability of each part of the heart's cycle */
  cycle: Tensor
  /** `[windows x dimensions]` */
  embedding: Tensor
}

/** Runs the graph on `[windows x samples]`: native, in a browser, or in a test, the analysis cannot tell. */
type Predict = (input: Tensor) => Promise<Outputs>

export interface Model {
  card: ModelCard
  predict: Predict
}

export interface AnalyseOptions {
  /** The card's default unless given. */
  operatingPoint?: OperatingPointName
  /** The scale of the sensor that it was recorded with; the card's alone unless given. */
  tuning?: NamedTuning
  /** Share of the source's samples that are clipped: only the decoder saw them. */
  clippedFraction: number
  /** What reading the file showed, to be said before what was heard in it. */
  fileFindings?: readonly FileFinding[]
  onProgress?: (progress: Progress) => void
}

/**
 * From a recording to an answer, its findings and its pictures.
 *
 * @param pcg mono at the card's sample rate
 * @throws {RangeError} when the rate is another
 * @throws {AppError} `audio-too-short` under two seconds
 */
export async function analyse(
  pcg: Pcg,
  { card: shipped, predict }: Model,
  {
    operatingPoint = shipped.defaultOperatingPoint,
    tuning,
    clippedFraction,
    fileFindings = [],
    onProgress = () => {}
  }: AnalyseOptions
): Promise<{ analysis: Analysis; pictures: KeptPictures }> {
  const card = tuning ? { ...shipped, calibration: tunedCalibration(shipped.calibration, tuning) } : shipped
  const { sampleRate, windowLength, hopLength } = card.input
  if (pcg.sampleRate !== sampleRate) throw new RangeError(`the model hears ${sampleRate} Hz, not ${pcg.sampleRate} Hz`)
  const durationS = durationOf(pcg)
  if (durationS < RECORDING_LIMITS.leastS) {
    throw new AppError('audio-too-short', `${durationS.toFixed(2)} s is too short`, {
      values: { durationS, shortestS: RECORDING_LIMITS.leastS }
    })
  }
  const heard: Pcg = { samples: withoutOffset(pcg.samples), sampleRate }

  const { starts, batch, isRepeated } = cutWindows(heard.samples, windowLength, hopLength)

  const outputs = await predictInBatches(predict, batch, card.input.batchLength, (fraction) =>
    onProgress({ step: 'model', fraction })
  )

  onProgress({ step: 'beat', fraction: 0 })
  const windows = starts.map((start, index): WindowAnalysis => {
    const quality = calibrated(outputs.qualityLogit.data[index]!, card.quality.calibration)
    return {
      startS: start / sampleRate,
      abnormalProbability: calibrated(outputs.abnormalLogit.data[index]!, card.calibration),
      quality,
      isUsable: quality >= card.quality.threshold
    }
  })
  const isUsable = windows.map((window) => window.isUsable)
  // Where no window is usable the scores are made of all of them.
  const isAny = isUsable.map(() => true)
  const isCounted = isUsable.includes(true) ? isUsable : isAny
  const layout = { startsS: windows.map(({ startS }) => startS), windowS: windowLength / sampleRate, durationS }
  const beats = hearBeats(outputs.cycle, card.cycle, layout, isCounted)
  const sound = {
    levelDb: levelOf(heard.samples),
    clippedFraction,
    beats: { count: beats.length, sureness: surenessOf(beats) },
    bandwidth: bandwidthOf(outputs.logMel, isCounted, card.spectrogram.bandEdgesHz, card.bandwidth)
  }
  const quality = judgeQuality(sound, windows, card, isRepeated)
  const domain = domainOf(outputs.embedding, isUsable, card.domain)
  const counted = ({ data }: Tensor) => [...data].filter((_, index) => isCounted[index])
  const counting = { abnormal: counted(outputs.abnormalLogit), murmur: counted(outputs.murmurLogit) }
  const answer = { ...answerFrom(counting, quality, card, operatingPoint), ...(tuning && { tuning }) }
  const { name, version, sha256 } = card
  const spectrogram: Picture<'spectrogram'> = {
    kind: 'spectrogram',
    ...stitchRows(outputs.logMel, card.spectrogram, layout, isAny)
  }
  const { heartRate, cycle, pictures } = measureBeats(heard, spectrogram, quality.usable ? beats : [])
  const measured = { durationS, answer, quality, windows, heartRate, cycle, domain, model: { name, version, sha256 } }
  onProgress({ step: 'beat', fraction: 1 })

  const evidenceMap: Picture<'evidence-map'> = {
    kind: 'evidence-map',
    // What lies in no window that the answer was made of brought nothing.
    ...stitchRows(outputs.evidenceMap, card.evidence, layout, isCounted)
  }
  return {
    analysis: {
      ...measured,
      findings: [...fileFindings, ...findingsOf(measured, decidingParts(evidenceMap, measured, card), card)]
    },
    pictures: {
      heard,
      waveform: drawWaveform(heard),
      spectrogram,
      'evidence-map': evidenceMap,
      'murmur-evidence-map': {
        kind: 'murmur-evidence-map',
        ...stitchRows(outputs.murmurEvidenceMap, card.evidence, layout, isCounted)
      },
      ...pictures
    }
  }
}

/** A few windows a call: all of a long recording at once would take half a gigabyte. */
async function predictInBatches(
  predict: Predict,
  { dims, data }: Tensor,
  batchLength: number,
  onFraction: (fraction: number) => void
): Promise<Outputs> {
  const [count = 0, length = 0] = dims
  const parts: Outputs[] = []
  for (let first = 0; first < count; first += batchLength) {
    onFraction(first / count)
    const size = Math.min(batchLength, count - first)
    parts.push(await predict(tensor([size, length], data.subarray(first * length, (first + size) * length))))
  }
  onFraction(1)
  const all = (name: keyof Outputs) => concatenate(parts.map((part) => part[name]))
  return {
    abnormalLogit: all('abnormalLogit'),
    murmurLogit: all('murmurLogit'),
    qualityLogit: all('qualityLogit'),
    logMel: all('logMel'),
    evidenceMap: all('evidenceMap'),
    murmurEvidenceMap: all('murmurEvidenceMap'),
    cycle: all('cycle'),
    embedding: all('embedding')
  }
}
