import { createInterface } from 'node:readline'
import { version } from '../../package.json'
import type { HandOverState } from '../contracts/hand-over'
import { spawnWithNode } from '../main/analysis/spawn-node'
import type { Host } from '../main/host'
import { buildPaths, defaultDataFolder } from '../main/paths'
import { openHost } from '../main/services'
import { wordsFor } from '../words/words'
import { EXIT } from './exit-codes'
import { aborted, onInterrupt } from './interrupt'
import { codeScreen, outcomeLine, visitorLines } from './pair-screen'
import { openTerminal, type Terminal } from './terminal'

export interface PairFlags {
  data?: string
  plain?: true
  trust?: true
}

const { phone: words } = wordsFor('en')

/** `ops-fusion pair`: takes recordings in from phones, without a window, until Ctrl+C or half an hour without a phone. */
export async function pair(flags: PairFlags): Promise<number> {
  const interrupt = onInterrupt()
  const terminal = openTerminal(() => interrupt.abort())
  const paths = buildPaths(flags.data ?? defaultDataFolder())
  const spawn = spawnWithNode(paths.analysisProcess)
  const host = await openHost({ paths, version, door: 'browser', spawn })
  const keyboard = createInterface({ input: process.stdin })
  try {
    const { phone } = host.handlers
    if (flags.trust) await phone.setTrust({ isOn: true })
    const opened = await phone.open()
    await showCode(terminal, flags.plain ? await phone.setPlain({ isOn: true }) : opened)
    const conversation = converse(host, terminal, opened)
    keyboard.on('line', conversation.hear)
    // Without a keyboard the door stays open for the phones that are paired already.
    await Promise.race([conversation.ended, aborted(interrupt.signal)])
    conversation.stop()
  } finally {
    keyboard.close()
    await host.close()
  }
  return EXIT.ok
}

async function showCode(terminal: Terminal, pairing: HandOverState): Promise<void> {
  const screen = codeScreen(pairing)
  if (screen !== null) await terminal.print(screen)
}

/** Tells what happens, and does what the person types; ends when the door closes by itself. */
function converse(
  host: Host,
  terminal: Terminal,
  opened: HandOverState
): { hear: (line: string) => void; ended: Promise<void>; stop: () => void } {
  const { phone } = host.handlers
  let shown = opened
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const say = (text: string) => void terminal.print(text)
  const follow = (now: HandOverState) => {
    const before = shown
    shown = now
    for (const line of visitorLines(before.visitors, now.visitors)) say(line)
    if (now.waiting && now.waiting.phoneId !== before.waiting?.phoneId)
      say(words.terminal.waiting(now.waiting.name, now.waiting.words))
    if (before.codeExpiresAt !== null && now.codeExpiresAt === null && !now.waiting && now.isOn)
      say(words.terminal.expired)
    if (now.isOn || !before.isOn) return
    say(words.terminal.idle)
    end()
  }
  const stop = host.subscribe(({ domain, method, payload }) => {
    if (domain === 'phone') follow(payload)
    if (domain !== 'library') return
    const outcome = method === 'onChanged' ? outcomeLine(payload) : null
    if (outcome !== null) say(outcome)
    if (method === 'onArrived') say(words.terminal.arrived(payload.name))
  })
  const reply = async (line: string) => {
    const { waiting } = shown
    const said = line.trim().toLowerCase()
    if (waiting && said.startsWith('y')) {
      await phone.confirm({ phoneId: waiting.phoneId })
      return say(words.terminal.confirmed(waiting.name))
    }
    if (waiting && said.startsWith('n')) {
      await phone.refuse({ phoneId: waiting.phoneId })
      return say(words.terminal.refused)
    }
    if (waiting) return say(words.terminal.waiting(waiting.name, waiting.words))
    return showCode(terminal, await phone.newCode())
  }
  // Whoever waited may be gone by the time that is typed.
  return { ended, stop, hear: (line) => void reply(line).catch(() => say(words.terminal.expired)) }
}
