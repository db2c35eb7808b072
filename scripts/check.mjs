/**
 * `npm run check`: all that can be known without running the program, in TypeScript and in Python: style, types,
 * what nobody uses, and the architecture. `npm run fix` (`--fix`): mends what a tool can mend by itself.
 *
 * Every step runs, also after one that failed; the last line says which failed and how long it took.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './place.mjs'

const PYTHON = ['bin/python', 'Scripts/python.exe'].map((path) => join(ROOT, '.venv', path)).find(existsSync)
/** The configuration is named: then the root counts as the place of the package `training`, as it does for Python. */
const RUFF_ON = ['--config', 'training/pyproject.toml', 'training', 'scripts']

const node = (tool, ...args) => [process.execPath, join(ROOT, 'node_modules', tool), ...args]
const biome = (...args) => node('@biomejs/biome/bin/biome', ...args, '.')
const python = (...args) => [PYTHON, '-m', ...args]

const { references } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'))

const CHECKS = {
  style: biome('check', '--error-on-warnings'),
  ...Object.fromEntries(references.map(({ path }) => [`types of ${path}`, node('typescript/bin/tsc', '-p', path)])),
  'what nobody uses': node('knip/bin/knip.js'),
  architecture: node('vitest/vitest.mjs', 'run', '--project', 'units', 'tests/architecture.test.ts')
}
const PYTHON_CHECKS = {
  'Python: style': python('ruff', 'check', ...RUFF_ON),
  'Python: format': python('ruff', 'format', '--check', ...RUFF_ON),
  'Python: types': python('pyright', '-p', 'training', '--pythonpath', PYTHON)
}
const FIXES = { style: biome('check', '--write') }
const PYTHON_FIXES = {
  'Python: style': python('ruff', 'check', '--fix', ...RUFF_ON),
  'Python: format': python('ruff', 'format', ...RUFF_ON)
}

const [ours, pythons] = process.argv.includes('--fix') ? [FIXES, PYTHON_FIXES] : [CHECKS, PYTHON_CHECKS]
const failed = Object.entries({ ...ours, ...(PYTHON && pythons) }).filter(([name, step]) => !passes(name, step))
if (!PYTHON) {
  say(
    'Python was left out, as there is no .venv: “python3 -m venv .venv”, then “.venv/bin/python -m pip install --require-hashes -r training/requirements.lock”, “… install -r training/requirements.txt”.'
  )
}
const seconds = Math.round(process.uptime())
if (failed.length > 0) say(`Failed: ${failed.map(([name]) => name).join(', ')} (${seconds} s in all)`)
else say(`In order, in ${seconds} s`)
process.exitCode = failed.length > 0 ? 1 : 0

function passes(name, [program, ...args]) {
  say(`== ${name}`)
  const { status, signal } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' })
  if (signal === 'SIGINT') process.exit(130)
  return status === 0
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
