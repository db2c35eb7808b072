import { en } from './en'

/** Every sentence a person reads, in one language. Other languages are checked with `satisfies Words`. */
export type Words = typeof en

const CATALOGUES = { en } satisfies Record<string, Words>

export type Language = keyof typeof CATALOGUES

/** The catalogue of a language. */
export function wordsFor(language: Language): Words {
  return CATALOGUES[language]
}
