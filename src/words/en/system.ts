import { numbers } from './numbers'

type Values = Readonly<Record<string, string | number | string[]>>

/** What a check has to say: what was found, and how to mend it. */
export interface CheckWords {
  said: string
  mend?: string
}

type Saying = (values: Values) => CheckWords

const text = (value: Values[string] | undefined): string =>
  Array.isArray(value) ? numbers.list(value) : String(value ?? '–')
const number = (value: Values[string] | undefined): number => (typeof value === 'number' ? value : 0)
const count = (value: Values[string] | undefined): string => numbers.integer(Array.isArray(value) ? value.length : 0)

const REINSTALL = 'Install the program again.'

/** One title a check, one saying a finding. */
const CHECKS = {
  runtime: {
    title: 'Runtime',
    findings: {
      ok: ({ node, electron, platform, arch, cores }) => ({
        said: `${electron ? `Electron ${text(electron)} with ` : ''}Node ${text(node)} on ${text(platform)} ${text(arch)}, ${text(cores)} ${numbers.plural(number(cores), { one: 'core', other: 'cores' })}.`
      }),
      'node-too-old': ({ node, wanted }) => ({
        said: `Node ${text(node)} is too old.`,
        mend: `Install Node ${text(wanted)} or later.`
      })
    }
  },
  model: {
    title: 'Network',
    findings: {
      ok: ({ model, version, sha256 }) => ({
        said: `${text(model)} ${text(version)}, SHA-256 ${text(sha256).slice(0, 12)}…, as its card says.`
      }),
      missing: ({ path }) => ({ said: `The network’s file is missing: ${text(path)}.`, mend: REINSTALL }),
      damaged: ({ problem }) => ({
        said: `The network’s file is not the one it should be: ${text(problem)}.`,
        mend: REINSTALL
      })
    }
  },
  'golden-inference': {
    title: 'Trial analysis',
    findings: {
      ok: ({ windows, difference, totalMs }) => ({
        said: `A built-in recording gives the stored answer in ${text(windows)} windows, to within ${text(difference)}; it took ${numbers.milliseconds(number(totalMs))}.`
      }),
      differs: ({ difference, tolerance }) => ({
        said: `A built-in recording gives another answer than the stored one: ${text(difference)} away, at most ${text(tolerance)} is allowed.`,
        mend: 'Do not rely on answers of this machine. Install the program again; if it stays so, tell us the machine.'
      }),
      'other-model': () => ({
        said: 'The stored answer belongs to another network, so there is nothing to compare with.',
        mend: 'Write the stored answer anew with “npm run golden”.'
      }),
      'nothing-stored': ({ path }) => ({
        said: `The built-in recording or its stored answer is missing: ${text(path)}.`,
        mend: REINSTALL
      }),
      'not-analysed': ({ problem }) => ({
        said: `The built-in recording could not be analysed: ${text(problem).replace(/\.$/, '')}.`,
        mend: 'Mend what is wrong with the network first; otherwise install the program again.'
      })
    }
  },
  decoders: {
    title: 'Sound formats',
    findings: {
      ok: ({ formats }) => ({ said: `${count(formats)} of ${count(formats)} formats can be read: ${text(formats)}.` }),
      'some-failed': ({ failed }) => ({
        said: `These formats cannot be read: ${text(failed)}.`,
        mend: `${REINSTALL} Until then, save such recordings as WAV.`
      }),
      'sound-library-missing': ({ failed }) => ({
        said: `These formats cannot be read, for the system’s sound library (libasound.so.2) is missing: ${text(failed)}.`,
        mend: 'Install it: on Debian and Ubuntu “apt-get install libasound2”, from Ubuntu 24.04 on “libasound2t64”.'
      }),
      'not-tried': () => ({
        said: 'The formats were not tried, for the network is missing or damaged.',
        mend: 'Mend the network first, then look again.'
      }),
      'nothing-stored': ({ path }) => ({
        said: `The built-in samples of each format are missing: ${text(path)}.`,
        mend: REINSTALL
      })
    }
  },
  storage: {
    title: 'Storage',
    findings: {
      ok: ({ folder }) => ({ said: `Recordings can be kept in ${text(folder)}.` }),
      unwritable: ({ folder, problem }) => ({
        said: `Nothing can be written to ${text(folder)} (${text(problem)}).`,
        mend: 'Check the permissions of that folder, or name another one in OPS_FUSION_DATA.'
      })
    }
  },
  library: {
    title: 'Library',
    findings: {
      ok: ({ recordings }) => ({
        said:
          number(recordings) === 0
            ? 'No recordings yet.'
            : `${text(recordings)} ${numbers.plural(number(recordings), { one: 'recording', other: 'recordings' })}, and an index in order.`
      }),
      'odd-folders': ({ count: found, folders }) => ({
        said: `${text(found)} ${numbers.plural(number(found), { one: 'folder is no whole recording and was', other: 'folders are no whole recordings and were' })} left as found: ${text(folders)}.`,
        mend: 'Look into them: a copied folder can be deleted; for one without its sound, take the same file in again.'
      }),
      recovered: ({ recovered }) => ({
        said: `Of ${text(recovered)} ${numbers.plural(number(recovered), { one: 'recording', other: 'recordings' })} only the sound was left.`,
        mend: 'Take the same file in again, or send it from the phone again: then its name and notes come back. Or give it a name.'
      }),
      damaged: ({ problem }) => ({
        said: `The index of the recordings is damaged: ${text(problem)}.`,
        mend: 'Close the program and start it again: it makes the index anew from the recordings’ folders.'
      })
    }
  },
  'disk-space': {
    title: 'Disk space',
    findings: {
      ok: ({ freeBytes }) => ({ said: `${numbers.bytes(number(freeBytes))} free.` }),
      low: ({ freeBytes }) => ({
        said: `Only ${numbers.bytes(number(freeBytes))} free.`,
        mend: 'Free some room before you record much.'
      }),
      full: ({ freeBytes }) => ({
        said: `${numbers.bytes(number(freeBytes))} free: not enough for one recording.`,
        mend: 'Free some room on this disk.'
      }),
      unknown: ({ folder }) => ({
        said: `The disk of ${text(folder)} does not say how much room it has.`,
        mend: 'Check that it is connected.'
      })
    }
  },
  network: {
    title: 'Network addresses',
    findings: {
      ok: ({ addresses }) => ({ said: `Reachable in the local network at ${text(addresses)}.` }),
      'no-address': () => ({
        said: 'This computer is in no local network. Files can be analysed all the same.',
        mend: 'Join a Wi-Fi or a wired network before you use another device.'
      })
    }
  },
  port: {
    title: 'Port',
    findings: {
      ok: ({ port }) => ({ said: `Port ${text(port)} is free for the page in the browser.` }),
      'in-use-by-us': ({ port }) => ({ said: `OPS Fusion itself answers on port ${text(port)}.` }),
      busy: ({ port }) => ({
        said: `Another program uses port ${text(port)}.`,
        mend: 'Close it, or start the page on another port: “ops-fusion serve --port 4781”.'
      }),
      refused: ({ port, problem }) => ({
        said: `The system does not let the program listen on port ${text(port)} (${text(problem)}).`,
        mend: 'Choose a port above 1023 with “--port”, or ask whoever looks after this computer.'
      })
    }
  }
} satisfies Record<string, { title: string; findings: Record<string, Saying> }>

type Name = keyof typeof CHECKS

const UNKNOWN: CheckWords = { said: 'This was found, but this version has no words for it.', mend: REINSTALL }

/** Words for `doctor` and the System check page. */
export const system = {
  title: 'System check',
  lead: 'What the program needs, looked at just now on this computer.',
  checkAgain: 'Check again',
  checking: 'Checking',
  allWell: 'Everything the program needs is in order.',
  wrong: (failed: number): string =>
    `${numbers.integer(failed)} ${numbers.plural(failed, { one: 'thing needs', other: 'things need' })} mending.`,
  status: { ok: 'in order', warning: 'worth a look', failed: 'needs mending' },
  mend: 'What to do',
  checkedAt: (iso: string): string => `Checked ${numbers.instant(iso)}`,
  copy: 'Copy as text',
  name: (check: Name): string => CHECKS[check].title,
  /** What was found and, where something is wrong, how to mend it. */
  explain({ name, finding, values }: { name: Name; finding: string; values: Values }): CheckWords {
    const findings: Readonly<Record<string, Saying>> = CHECKS[name].findings
    return findings[finding]?.(values) ?? UNKNOWN
  },
  /** Every finding that has words, by check. */
  findings: (check: Name): string[] => Object.keys(CHECKS[check].findings)
}
