import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildOnce, CLI, ops, ROOT } from './cli-run'
import { keepNone } from './reliability/figures'

const HEART = join(ROOT, 'resources', 'samples', 'b0047.flac')
const isRoot = process.getuid?.() === 0
/** Nobody's: without an entry in the list of users, and so without a home. */
const STRANGER = 12_345

let folder: string
const at = (...names: string[]) => join(folder, ...names)

beforeAll(() => {
  buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-files-'))
  chmodSync(folder, 0o755)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the command line with another user, input or output than ours. */
function run(
  args: readonly string[],
  {
    uid,
    env = process.env,
    stdin = 'ignore',
    stdout = 'pipe'
  }: {
    uid?: number
    env?: NodeJS.ProcessEnv
    stdin?: 'ignore' | number
    stdout?: 'pipe' | number
  } = {}
): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    env,
    stdio: [stdin, stdout, 'pipe'],
    ...(uid && { uid, gid: uid })
  })
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  child.stdout?.on('data', (text) => {
    ran.stdout += text
  })
  child.stderr?.on('data', (text) => {
    ran.stderr += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ran, code })))
}

describe.skipIf(process.platform === 'win32')(
  'ops-fusion analyse, given what is found on disks',
  { timeout: 60_000 },
  () => {
    it('reads what is piped', async () => {
      const { code, stdout } = await run(['analyse', '--json', '/dev/stdin'], { stdin: openSync(HEART, 'r') })
      expect(JSON.parse(stdout)).toMatchObject({ file: '/dev/stdin', answer: expect.any(String) })
      expect(code).toBe(0)
    })

    it('loses one entry, not the run, to a folder that it may not read and to a link that points nowhere', async () => {
      mkdirSync(at('study', 'closed'), { recursive: true })
      copyFileSync(HEART, at('study', 'a.flac'))
      symlinkSync(at('gone.wav'), at('study', 'link.wav'))
      chmodSync(at('study', 'closed'), 0)
      const { code, stdout } = await run(['analyse', '--json', at('study')], isRoot ? { uid: STRANGER } : {})
      chmodSync(at('study', 'closed'), 0o700)
      const lines = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.map(({ file, error }) => [file, error?.code])).toEqual([
        [at('study', 'a.flac'), undefined],
        [at('study', 'closed'), 'file-unreadable'],
        [at('study', 'link.wav'), 'file-not-found']
      ])
      expect(code).toBe(1)
    })

    it.skipIf(!isRoot)('needs no home, for it keeps nothing', async () => {
      const { HOME: _, XDG_DATA_HOME: __, OPS_FUSION_DATA: ___, ...env } = process.env
      const { code, stderr } = await run(['analyse', '--json', HEART], { uid: STRANGER, env })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const kept = await run(['analyse', '--keep', HEART], { uid: STRANGER, env })
      expect(kept.stderr).toContain('no home folder')
      expect(kept.stderr).not.toMatch(/\bat .+:\d+:\d+/)
    })

    it.skipIf(process.platform !== 'linux')('says in one sentence that its output has no room', async () => {
      const { code, stderr } = await run(['analyse', HEART], { stdout: openSync('/dev/full', 'w') })
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('could not be written')])
      expect(code).toBe(1)
    })

    it('says nothing to a terminal but what is to be read, whatever files are called or hold', async () => {
      const wild = at('\u001b]0;gotcha\u0007\u009b31m.wav')
      const film = Buffer.from('\0\0\0\x14ftypM4A \0\0\0\0M4A ')
      writeFileSync(wild, Buffer.concat([film, Buffer.from('nothing')]))
      let obeyed = 0
      for (const form of [[], ['--json'], ['--csv']]) {
        const { stdout, stderr } = await ops(['analyse', ...form, wild])
        expect(stdout).toContain('gotcha')
        obeyed += `${stdout}${stderr}`.replaceAll('\n', '').match(/\p{Cc}/gu)?.length ?? 0
      }
      keepNone(
        'text',
        'control characters in a terminal, of a file with a hostile name and codec, in three forms',
        obeyed
      )
      expect(obeyed).toBe(0)
    })
  }
)

describe.skipIf(process.platform !== 'linux')('ops-fusion serve', { timeout: 60_000 }, () => {
  it('does not blame another program for a port that the system keeps for itself', async () => {
    const args = ['serve', '--port', '80', '--data', at('data')]
    const { code, stderr } = await run(args, isRoot ? { uid: STRANGER } : {})
    // Some systems let everybody use every port: there is nothing to be said there.
    expect(stderr).toContain('does not let this program use the port (80)')
    expect(code).toBe(1)
  })
})
