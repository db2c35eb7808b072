import { FEWEST_PER_100 } from '../../core/similar'
import { numbers } from './numbers'

/**
 * Of `count` recordings with a similar score, so many would be what is said of them where both kinds weigh alike. None
 * was learned from by the network that scored it.
 */
interface Similar {
  count: number
  found: number
}

/** What was found of one, and of more. */
export interface FoundWords {
  one: string
  other: string
}

/** `of 100 recordings …, about 78 were labelled abnormal`, or of their bare number where they are few. */
export function frequencyClause({ count, found }: Similar, said: FoundWords): string {
  if (count === 0) return 'no recording had a similar score'
  if (count < FEWEST_PER_100 || found === 0 || found === count) {
    const recordings = numbers.plural(count, { one: 'recording', other: 'recordings' })
    return `of ${numbers.integer(count)} ${recordings} with a similar score, ${counted({ count, found }, said)}`
  }
  return `of 100 recordings with a similar score, ${per100(found / count, said)}`
}

/** The same as a sentence of its own, with how many recordings it rests on. */
export function frequencySentence(similar: Similar, said: FoundWords): string {
  const sentence = capital(frequencyClause(similar, said))
  return similar.count < FEWEST_PER_100
    ? `${sentence}.`
    : `${sentence} (by the ${numbers.integer(similar.count)} nearest).`
}

function counted({ count, found }: Similar, said: FoundWords): string {
  if (found === 0) return `none ${said.one}`
  if (found === count) return `all ${said.other}`
  return `about ${numbers.integer(found)} ${numbers.plural(found, said)}`
}

function per100(share: number, said: FoundWords): string {
  const rounded = Math.round(share * 100)
  if (rounded === 0) return `fewer than 1 ${said.one}`
  if (rounded === 100) return `more than 99 ${said.other}`
  return `about ${rounded} ${numbers.plural(rounded, said)}`
}

/** The beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
