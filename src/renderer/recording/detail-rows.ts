import type { Analysed, AudioFormat, Recording } from '../../contracts/recording'
import type { MurmurAnswer } from '../../core/analysis'
import type { ModelCard } from '../../core/model-card'
import type { Words } from '../../words/words'

export interface DetailGroup {
  title: string
  rows: [name: string, value: string][]
}

/** Every number behind an answer, in groups. */
export function detailRows(recording: Recording, state: Analysed, card: ModelCard | null, words: Words): DetailGroup[] {
  const { details, numbers } = words
  const { analysis, format, timingsMs } = state
  const { answer, quality, heartRate, domain, model } = analysis
  const two = (value: number) => numbers.chance(value, 2)
  const three = (value: number) => numbers.chance(value, 3)
  return [
    {
      title: details.groups.recording,
      rows: [
        [details.name, recording.name],
        [details.added, numbers.instant(recording.addedAt)],
        [details.format, details.container(format.container, format.codec)],
        [details.sampleRate, numbers.hertz(format.sampleRate)],
        [details.channels, numbers.integer(format.channels)],
        ...channelRows(format, words),
        [details.length, numbers.duration(format.durationS)],
        [details.size, numbers.bytes(recording.bytes)],
        [details.sha256, recording.sha256]
      ]
    },
    {
      title: details.groups.answer,
      rows: [
        [details.probability, three(answer.abnormalProbability)],
        [details.interval, details.range(three(answer.interval.low), three(answer.interval.high))],
        [details.certainty, two(answer.certainty)],
        [details.operatingPoint, words.model.operatingPoint(answer.operatingPoint).title],
        [details.stethoscope, answer.tuning ? details.tuning(answer.tuning) : details.none],
        [details.threshold, three(answer.threshold)],
        [details.band, details.range(three(answer.cannotTell.low), three(answer.cannotTell.high))],
        [details.similar, details.ofCount(answer.similar.abnormal, answer.similar.count)],
        [details.baseRate, numbers.percent(answer.baseRate)],
        [details.windows, numbers.integer(analysis.windows.length)]
      ]
    },
    ...murmurGroup(answer.murmur, words),
    {
      title: details.groups.quality,
      rows: [
        [details.qualityScore, two(quality.score)],
        [details.level, numbers.decimal(quality.levelDb, 1)],
        [details.clipped, numbers.percent(quality.clippedFraction, 2)],
        [
          details.beats,
          quality.beats ? details.ofSureness(quality.beats.count, two(quality.beats.sureness)) : details.none
        ],
        [details.heartRate, heartRate ? numbers.decimal(heartRate.valueBpm, 1) : words.facts.heartRateUnclear],
        [details.bandwidth, quality.bandwidth ? words.quality.heard(quality.bandwidth) : details.none],
        [details.distance, numbers.decimal(domain.distance, 2)]
      ]
    },
    {
      title: details.groups.model,
      rows: [
        [details.model, `${model.name} ${model.version}`],
        ...modelRows(model.sha256, card, words),
        [details.modelHash, model.sha256]
      ]
    },
    {
      title: details.groups.time,
      rows: [
        [details.decode, numbers.milliseconds(timingsMs.decode)],
        [details.inference, numbers.milliseconds(timingsMs.model)],
        [details.total, numbers.milliseconds(timingsMs.total)]
      ]
    }
  ]
}

/** Which channel was analysed and why, where there was a choice. */
function channelRows({ channel, channels }: AudioFormat, { details, numbers }: Words): [string, string][] {
  if (!channel) return []
  const heights = channel.beatHeights.map((height) => numbers.chance(height, 2))
  const why = channel.chosenBy === 'beat' ? details.chosenByBeat(heights) : details.chosenByPerson
  return [[details.channelAnalysed, `${details.channel(channel.index + 1, channels)}, ${why}`]]
}

/** None where an earlier version answered. */
function murmurGroup(murmur: MurmurAnswer | undefined, { details, numbers }: Words): DetailGroup[] {
  if (!murmur) return []
  const three = (value: number) => numbers.chance(value, 3)
  const { probability, interval, threshold, cannotTell, similar, baseRate } = murmur
  return [
    {
      title: details.groups.murmur,
      rows: [
        [details.probability, three(probability)],
        [details.interval, details.range(three(interval.low), three(interval.high))],
        [details.threshold, three(threshold)],
        [details.band, details.range(three(cannotTell.low), three(cannotTell.high))],
        [details.similarMurmurs, details.ofCount(similar.murmur, similar.count)],
        [details.baseRateMurmurs, numbers.percent(baseRate)]
      ]
    }
  ]
}

/** What the card adds, where it is the card of the model that answered. */
function modelRows(sha256: string, card: ModelCard | null, { details, numbers }: Words): [string, string][] {
  if (!card || card.sha256 !== sha256) return []
  const { parameters, multiplyAdds } = card.size
  return [
    [details.trainedOn, card.trainedOn],
    [details.modelSize, `${numbers.integer(parameters)}, ${numbers.integer(multiplyAdds)}`]
  ]
}
