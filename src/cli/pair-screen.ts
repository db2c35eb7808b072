import type { HandOverState, Visitor } from '../contracts/hand-over'
import type { Recording } from '../contracts/recording'
import { qrForTerminal } from '../main/phone/pairing/qr'
import { briefAnswer } from '../words/insights'
import { wordsFor } from '../words/words'

const { phone: words, errors } = wordsFor('en')

/** The code to scan, every other way to this computer, the warning to expect, how to stop; null without a code. */
export function codeScreen({ addresses, isPlainOn, authority, fingerprint }: HandOverState): string | null {
  const links = addresses.flatMap(({ link, plainLink, kind, interface: name }) =>
    [link, plainLink].flatMap((one) => (one ? [{ url: one.url, about: [words.kinds[kind], name] }] : []))
  )
  const [first, ...others] = links
  if (!first) return null
  return [
    words.terminal.scan,
    qrForTerminal(first.url),
    first.url,
    ...(others.length > 0 ? ['', words.terminal.addresses] : []),
    ...others.map(({ url, about }) => `  ${url}  (${about.filter(Boolean).join(', ')})`),
    ...(isPlainOn ? ['', words.plain.text] : []),
    ...(authority === null ? [] : ['', words.trust.where, words.trust.fingerprint, authority]),
    ...['', words.terminal.warning],
    ...(fingerprint === null ? [] : [words.terminal.fingerprint, fingerprint]),
    ...['', words.terminal.stop]
  ].join('\n')
}

/** One line for each phone that came further since last time. */
export function visitorLines(before: readonly Visitor[], now: readonly Visitor[]): string[] {
  return now
    .filter(
      ({ address, stage, block }) =>
        !before.some((one) => one.address === address && one.stage === stage && one.block === block)
    )
    .reverse()
    .map(({ address, name, stage, block }) =>
      words.terminal.visitor(name ?? address, words.visitors.stage(stage, block))
    )
}

/** What became of a recording that a phone sent; null while nothing has. */
export function outcomeLine({ name, source, state }: Recording): string | null {
  if (source.kind !== 'phone') return null
  if (state.status === 'failed') return words.terminal.answer(name, errors.line(state.error))
  if (state.status !== 'analysed') return null
  return words.terminal.answer(name, briefAnswer(state.analysis.answer, wordsFor('en')))
}
