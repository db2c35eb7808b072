import type { PairedPhone } from '../../contracts/hand-over'
import type { Recording } from '../../contracts/recording'
import type { SoundSource } from '../../contracts/stethoscope'
import type { Words } from '../../words/words'

export interface NamedSource {
  source: SoundSource
  label: string
}

/** Everything that a stethoscope can be chosen for: files, and each phone that is paired or has sent something. */
export function sourcesOf(
  recordings: readonly Recording[],
  phones: readonly PairedPhone[],
  words: Words
): NamedSource[] {
  const { sources } = words.stethoscope
  const names = new Map<string, string>()
  for (const { source } of recordings) if (source.kind === 'phone') names.set(source.phoneId, source.phone)
  // What a paired phone is called now counts more than what it was called when it sent something.
  for (const { phoneId, name } of phones) names.set(phoneId, name)
  return [
    { source: 'files', label: sources.files },
    ...[...names].map(([phoneId, name]): NamedSource => ({ source: `phone:${phoneId}`, label: sources.phone(name) }))
  ]
}
