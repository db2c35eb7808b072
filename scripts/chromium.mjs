/** Finds Chromium for the tests, and gets it where it is missing. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './place.mjs'

const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
]

/** Within a folder of Playwright's cache, by platform. */
const IN_CACHE = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe'
]

/** Path of a Chromium that starts, or null. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  return [...(named ? [named] : []), ...WELL_KNOWN, ...inPlaywrightCache()].find(starts) ?? null
}

/** Gets Chromium in the way of this machine: its own packages where we may install them, else Playwright's build. */
export function installChromium() {
  if (isDebianRoot()) {
    process.stderr.write('Installing Chromium for the tests with apt-get …\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']
    ]) {
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
    }
    if (findChromium() !== null) return
  }
  process.stderr.write('Fetching Chromium for the tests with Playwright …\n')
  const playwright = join(ROOT, 'node_modules', 'playwright-core', 'cli.js')
  const withDeps = process.platform === 'linux' && process.getuid() === 0 ? ['--with-deps'] : []
  spawnSync(process.execPath, [playwright, 'install', ...withDeps, 'chromium'], { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Ubuntu's package of that name is a stub that wants a service which containers lack. */
function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function starts(path) {
  if (!existsSync(path)) return false
  // Elsewhere `--version` opens a window instead of answering.
  if (process.platform !== 'linux') return true
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

function inPlaywrightCache() {
  const usual = {
    linux: join(homedir(), '.cache', 'ms-playwright'),
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright')
  }
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? usual[process.platform]
  if (!cache || !existsSync(cache)) return []
  const builds = readdirSync(cache).filter((name) => name.startsWith('chromium-'))
  return builds.flatMap((build) => IN_CACHE.map((path) => join(cache, build, path)))
}
