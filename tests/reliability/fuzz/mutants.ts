import { type Random, randomBy } from '../../random'
import { MUTATIONS } from './mutations'
import { readSounds, type Sound } from './sounds'

/** One damaged file. */
export interface Mutant {
  /** Of the series; with its seed it gives the same bytes again. */
  number: number
  /** Of the undamaged file. */
  sound: string
  /** What was done to it, in this order. */
  damage: string[]
  bytes: Buffer
}

/** Files above cost a whole analysis each: one of so many is enough to try that, too. */
const LARGE = { bytes: 30_000, oneOf: 12 }

/** A series of damaged files. @param seed the same seed, the same files */
export function mutantsBy(seed: number): (number: number) => Mutant {
  const sounds = readSounds()
  const small = sounds.filter(({ bytes }) => bytes.length <= LARGE.bytes)
  return (number) => {
    const random = randomBy(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
    const pick = (): Sound => {
      const choice = random(LARGE.oneOf) === 0 ? sounds : small
      return choice[random(choice.length)]!
    }
    const { name, bytes } = pick()
    const mutant: Mutant = { number, sound: name, damage: [], bytes: Buffer.from(bytes) }
    if (random(8) === 0) joinTo(mutant, pick(), random)
    const kinds = Object.keys(MUTATIONS)
    for (let count = 1 + random(3); count > 0; count--) {
      const kind = kinds[random(kinds.length)]!
      mutant.bytes = MUTATIONS[kind]!(mutant.bytes, random)
      mutant.damage.push(kind)
    }
    return mutant
  }
}

function joinTo(mutant: Mutant, { name, bytes }: Sound, random: Random): void {
  const isWhole = random(2) === 0
  const head = isWhole ? mutant.bytes : mutant.bytes.subarray(0, random(mutant.bytes.length))
  const tail = isWhole ? bytes : bytes.subarray(random(bytes.length))
  mutant.bytes = Buffer.concat([head, tail])
  mutant.damage.push(isWhole ? `joined to ${name}` : `gone over into ${name}`)
}
