import { answer } from './en/answer'
import { chest } from './en/chest'
import { errors } from './en/errors'
import { findings } from './en/findings'
import { facts, gauge } from './en/gauge'
import { limits, nextSteps } from './en/limits'
import { murmur } from './en/murmur'
import { numbers } from './en/numbers'
import { phone } from './en/phone'
import { recorder } from './en/recorder'
import { steps } from './en/steps'
import { stethoscope } from './en/stethoscope'
import type { Language, Words } from './words'

const en = {
  ...{ answer, chest, errors, facts, findings, gauge, limits, murmur, nextSteps, numbers, phone, recorder, steps },
  stethoscope
} satisfies Partial<Words>

/** What the phone's page says: it is loaded over the air each time, and the rest stays on the computer. */
export type PhoneWords = typeof en

const CATALOGUES = { en } satisfies Record<Language, PhoneWords>

/** The phone's part of a catalogue. */
export function phoneWordsFor(language: Language): PhoneWords {
  return CATALOGUES[language]
}
