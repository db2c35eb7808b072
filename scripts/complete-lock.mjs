/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out, and the hash of each package
 * that has none.
 *
 * npm writes down only what it can look up: behind a registry that does not carry a platform's package its entry is
 * missing, and npm 11 then refuses `npm ci` on every platform. Run this after a change of dependencies.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './place.mjs'

const PATH = join(ROOT, 'package-lock.json')
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const lock = JSON.parse(readFileSync(PATH, 'utf8'))
const entries = Object.entries(lock.packages)
for (const [path, owner] of entries) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const isThere = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => lock.packages[place])
    if (isThere) continue
    entries.push([`node_modules/${name}`, entryOf(name, version, owner)])
    process.stdout.write(`added ${name} ${version}\n`)
  }
}
for (const [path, entry] of entries) {
  if (path === '' || entry.integrity) continue
  const name = path.split('node_modules/').at(-1)
  entry.integrity = execFileSync('npm', ['view', `${name}@${entry.version}`, 'dist.integrity'], {
    encoding: 'utf8'
  }).trim()
  process.stdout.write(`hash of ${name} ${entry.version}\n`)
}
const sorted = entries.sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(PATH, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)

/** What the name of such a package says about the platform it is for. */
function entryOf(name, version, { dev, engines, license }) {
  const parts = name.split('/').at(-1).split('-')
  const cpu = parts.filter((part) => PROCESSORS.includes(part))
  const os = parts.filter((part) => SYSTEMS.includes(part))
  const libc = parts.includes('musl') ? ['musl'] : parts.some((part) => /^gnu/.test(part)) ? ['glibc'] : []
  return {
    version: version.replace(/^[~^]/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    ...(license && { license }),
    optional: true,
    ...(os.length > 0 && { os }),
    ...(engines && { engines })
  }
}
