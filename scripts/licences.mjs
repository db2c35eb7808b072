/** Writes docs/licences.md from what is installed: every package that ships, its version, its licence. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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
const shipped = new Set(Object.keys(lock).filter((path) => path !== '' && !lock[path].dev && !lock[path].devOptional))
for (const name of IN_THE_PAGE) if (lock[`node_modules/${name}`]) follow(`node_modules/${name}`)

const rows = [...shipped]
  .filter((path) => existsSync(join(ROOT, path, 'package.json')))
  .map((path) => JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')))
  .map(({ name, version, license }) => ({ name, version, licence: license?.type ?? license ?? 'not named' }))
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

## Packages

${rows.length} packages: ${sums.join(', ')}.

| package | version | licence |
|---|---|---|
${unique.join('\n')}
`
)

/** A package of the page, and all that it brings along. */
function follow(path) {
  if (shipped.has(path)) return
  shipped.add(path)
  for (const name of Object.keys(lock[path].dependencies ?? {})) {
    const own = `${path}/node_modules/${name}`
    if (lock[own] ?? lock[`node_modules/${name}`]) follow(lock[own] ? own : `node_modules/${name}`)
  }
}
