/**
 * Writes docs/licences.md from what is installed: every package that ships, its version, its licence; and beside the
 * notices of what is compiled into packages (`resources/notices/`) the licences that come with the packages themselves.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, stopWith } from './place.mjs'

/** Compiled into the page, and therefore no dependencies at run time. */
const IN_THE_PAGE = [
  '@fontsource-variable/inter',
  'lucide-react',
  'onnxruntime-web',
  'radix-ui',
  'react',
  'react-dom',
  'tailwindcss',
  'wavesurfer.js'
]
/** What may not ship with a program under the MIT licence; the lesser GPL is no friend of a bundle either. */
const FORBIDDEN = /GPL/

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
/** Compiled into packages, which do not say so by a licence of their own; each notice lies in `resources/notices/`. */
const COMPILED_IN = [
  {
    name: 'Symphonia',
    licence: 'MPL-2.0',
    inside: 'node-web-audio-api',
    source: 'https://github.com/pdeljanov/Symphonia/tree/v0.5.5',
    notice: 'symphonia.txt'
  },
  {
    name: 'libopus',
    licence: 'BSD-3-Clause',
    inside: 'opus-decoder',
    source: 'https://gitlab.xiph.org/xiph/opus',
    notice: 'libopus.txt'
  },
  {
    name: 'ONNX Runtime',
    licence: 'MIT',
    inside: 'onnxruntime-node, onnxruntime-web',
    source: `https://github.com/microsoft/onnxruntime/tree/v${lock['node_modules/onnxruntime-node'].version}, with the notices of its own parts in ThirdPartyNotices.txt`,
    notice: 'onnxruntime.txt'
  }
]

const shipped = new Set(Object.keys(lock).filter((path) => path !== '' && !lock[path].dev && !lock[path].devOptional))
for (const name of IN_THE_PAGE) if (lock[`node_modules/${name}`]) follow(`node_modules/${name}`)

const rows = [...shipped]
  .filter((path) => existsSync(join(ROOT, path, 'package.json')))
  .map((path) => ({ path, ...JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) }))
  .map(({ path, name, version, license }) => ({
    path,
    name,
    version,
    licence: license?.type ?? license ?? 'not named'
  }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const forbidden = rows.filter(({ licence }) => FORBIDDEN.test(licence))
if (forbidden.length > 0)
  stopWith(`Must not ship: ${forbidden.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`)

const card = JSON.parse(readFileSync(join(ROOT, 'models', 'heart-sound.json'), 'utf8'))
const learned = card.data.map(({ source, licence }) => `- ${source}: ${licence}`)
const counts = new Map()
for (const { licence } of rows) counts.set(licence, (counts.get(licence) ?? 0) + 1)
const sums = [...counts].sort((a, b) => b[1] - a[1]).map(([licence, count]) => `${count} ${licence}`)
const unique = [...new Set(rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`))]
writeFileSync(
  join(ROOT, 'docs', 'licences.md'),
  `# Licences of what ships

Written by \`npm run licences\` from the packages that are installed; it fails where one is under the GPL or the LGPL. The program itself is under the [MIT licence](../LICENSE). Electron and Chromium bring their own notices. The network's weights are under the MIT licence; the samples in \`resources/samples\` are from the first of the data sets below.

## What the network learned from

${learned.join('\n')}

## Compiled into packages

What other people's programs some packages hold in compiled form. The packed program carries their notices in \`resources/notices\`, beside the licences of all packages below (\`packages.txt\`); none of them was changed.

| program | licence | inside | source | notice |
|---|---|---|---|---|
${COMPILED_IN.map(({ name, licence, inside, source, notice }) => `| ${name} | ${licence} | ${inside} | ${source} | [${notice}](../resources/notices/${notice}) |`).join('\n')}

## Packages

${rows.length} packages: ${sums.join(', ')}.

| package | version | licence |
|---|---|---|
${unique.join('\n')}
`
)

writeFileSync(join(ROOT, 'resources', 'notices', 'packages.txt'), licencesOf(rows))

/** Each text once, below the names of those that came with it; of the rest the name of their licence. */
function licencesOf(packages) {
  const byText = new Map()
  for (const { path, name, version, licence } of packages) {
    const file = readdirSync(join(ROOT, path)).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
    const text = file
      ? readFileSync(join(ROOT, path, file), 'utf8')
          .replaceAll('\r', '')
          .trim()
      : `Licence: ${licence}`
    const names = byText.get(text) ?? []
    byText.set(text, [...new Set([...names, `${name} ${version}`])])
  }
  return [...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`)
}

/** A package of the page, and all that it brings along. */
function follow(path) {
  if (shipped.has(path)) return
  shipped.add(path)
  for (const name of Object.keys(lock[path].dependencies ?? {})) {
    const own = `${path}/node_modules/${name}`
    if (lock[own] ?? lock[`node_modules/${name}`]) follow(lock[own] ? own : `node_modules/${name}`)
  }
}
