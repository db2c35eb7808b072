import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildOnce, ROOT } from './cli-run'

let folder: string
beforeAll(() => {
  buildOnce()
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-start-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `npm start`'s script until it is ready, then Ctrl+C for the whole group, as a terminal sends it. */
async function start(args: string[], env: NodeJS.ProcessEnv): Promise<{ output: string; page: number; code: unknown }> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), ...args], {
    detached: true,
    env: { ...process.env, OPS_FUSION_DATA: join(folder, 'data'), ...env }
  })
  let output = ''
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text
        const url = /is ready: (\S+)\n/.exec(output)?.[1]
        if (url) resolve(url)
      })
    }
    child.once('close', () => reject(new Error(output)))
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  const response = await fetch(await ready, { redirect: 'manual' })
  process.kill(-child.pid!, 'SIGINT')
  return { output, page: response.status, code: await closed }
}

describe('npm start', { timeout: 60_000 }, () => {
  it.runIf(process.platform === 'linux')('opens the page in one line where there is no display', async () => {
    const { output, page, code } = await start(['--port', '0', '--no-open'], { DISPLAY: '', WAYLAND_DISPLAY: '' })
    expect(output.trim().split('\n')).toEqual([
      'This computer has no display for a window, so OPS Fusion opens in your browser instead.',
      expect.stringMatching(/^OPS Fusion is ready: http:\/\/127\.0\.0\.1:\d+\/\?token=/)
    ])
    expect(page).toBe(302)
    expect(code).toBe(0)
  })

  it('opens the page where Electron does not start, and says so in one line', async () => {
    const broken = join(folder, 'electron.mjs')
    writeFileSync(broken, '#!/usr/bin/env node\nprocess.exit(127)\n', { mode: 0o755 })
    const { output } = await start(['--port', '0', '--no-open'], { ELECTRON_EXEC_PATH: broken })
    expect(output).toContain(
      'Electron did not start (it ended with 127), so OPS Fusion opens in your browser instead.\n'
    )
  })

  it('goes to the browser at once when asked to', async () => {
    const { output } = await start(['--browser', '--port', '0', '--no-open'], { DISPLAY: ':0' })
    expect(output).not.toContain('Electron')
  })

  it('starts Electron with the program’s folder, hands on the files, and ends as it ends', () => {
    const electron = join(folder, 'echo.mjs')
    writeFileSync(electron, '#!/usr/bin/env node\nconsole.log(JSON.stringify(process.argv.slice(2)))\n', {
      mode: 0o755
    })
    const { stdout, status } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), 'a.wav'], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_EXEC_PATH: electron }
    })
    expect(JSON.parse(stdout)).toEqual([ROOT, 'a.wav'])
    expect(status).toBe(0)
  })

  it('tries to fetch Electron, and gives up in one line where its server refuses', async () => {
    // Port 9 discards what it is sent, where anything listens there at all.
    const unreachable = { ELECTRON_MIRROR: 'http://127.0.0.1:9/', ELECTRON_OVERRIDE_DIST_PATH: folder }
    const { output } = await start(['--port', '0', '--no-open'], { DISPLAY: ':0', ...unreachable })
    const [fetching, obstacle, ready] = output.trim().split('\n')
    expect(fetching).toBe('Fetching Electron, once …')
    expect(obstacle).toBe(
      'Electron could not be fetched (its download server cannot be reached), so OPS Fusion opens in your browser instead.'
    )
    expect(ready).toContain('OPS Fusion is ready')
  })
})

describe('an old Node', () => {
  it.each([
    ['20.18.3', 1],
    ['20.19.0', 0],
    ['8.17.0', 1],
    ['24.0.0', 0]
  ])('%s ends with %d, in one sentence', (version, code) => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
    const script = join(ROOT, 'scripts', 'node-version.cjs')
    const { status, stderr } = spawnSync(process.execPath, ['-e', `${pretend}; require(${JSON.stringify(script)})`], {
      encoding: 'utf8'
    })
    expect(status).toBe(code)
    expect(stderr.trim().split('\n').filter(Boolean)).toHaveLength(code)
    if (code === 1) expect(stderr).toContain(`needs Node 20.19 or later; this is Node ${version}`)
  })
})

describe('a checkout without its packages', () => {
  it('says what to run', () => {
    const bare = join(folder, 'bare')
    for (const path of ['bin', 'scripts', 'src']) mkdirSync(join(bare, path), { recursive: true })
    copyFileSync(join(ROOT, 'bin', 'ops-fusion.mjs'), join(bare, 'bin', 'ops-fusion.mjs'))
    for (const name of ['package.json', 'scripts/build.mjs', 'scripts/place.mjs', 'scripts/node-version.cjs']) {
      copyFileSync(join(ROOT, name), join(bare, name))
    }
    const { status, stderr } = spawnSync(process.execPath, [join(bare, 'bin', 'ops-fusion.mjs')], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toBe('The packages are missing: run “npm ci” first.\n')
  })
})
