import { type Import, type ImportGraph, reachable, readImports, type Sources } from './imports'

/** What a layer may import: paths by their beginning, packages by name. */
interface Layer {
  /** Beginning of the paths of its own files. */
  folder: string
  may: string[]
  /** Types only. */
  mayKnow?: string[]
  packages: string[] | 'any'
  hasNode?: boolean
}

/** The lightest of core: lists, names and single formulas, which a page may load. */
const LIGHT_CORE = [
  'analysis',
  'answer',
  'cycle/beats-csv',
  'deciding-parts',
  'errors',
  'median',
  'model-card',
  'pcg',
  'picture',
  'recording-limits',
  'score',
  'wav',
  'similar',
  'simulate',
  'stft'
].map((name) => `src/core/${name}.ts`)

const WINDOW_PACKAGES = [
  'react',
  'react-dom',
  'radix-ui',
  'wavesurfer.js',
  'uplot',
  'i18next',
  'react-i18next',
  'lucide-react',
  '@fontsource-variable/inter'
]

/** Shows every component without a host, and is no part of the program. */
const LIVING_PAGE = 'src/renderer/gallery/'

/** The table of the house: who may import whom. */
const LAYERS: Layer[] = [
  { folder: 'src/core/', may: ['src/core/'], packages: ['fft.js'] },
  { folder: 'src/contracts/', may: ['src/contracts/'], mayKnow: ['src/core/'], packages: [] },
  {
    folder: 'src/words/',
    may: ['src/words/', 'src/core/answer.ts', 'src/core/recording-limits.ts', 'src/core/similar.ts'],
    mayKnow: ['src/core/'],
    packages: []
  },
  {
    folder: 'src/drawing/',
    may: ['src/drawing/', ...LIGHT_CORE],
    mayKnow: ['src/core/', 'src/contracts/'],
    packages: []
  },
  {
    folder: 'src/main/',
    may: ['src/main/', 'src/core/', 'src/contracts/', 'src/words/', 'src/drawing/', 'package.json'],
    packages: 'any',
    hasNode: true
  },
  { folder: 'src/preload/', may: ['src/preload/', 'src/contracts/'], mayKnow: ['src/core/'], packages: ['electron'] },
  {
    folder: LIVING_PAGE,
    may: ['src/renderer/', 'src/contracts/', 'src/words/', 'src/drawing/', 'src/core/'],
    packages: WINDOW_PACKAGES
  },
  {
    folder: 'src/renderer/',
    may: ['src/renderer/', 'src/contracts/', 'src/words/', 'src/drawing/', ...LIGHT_CORE],
    mayKnow: ['src/core/'],
    packages: WINDOW_PACKAGES
  },
  {
    folder: 'recorder-web/',
    may: [
      'recorder-web/',
      'src/contracts/phone-',
      'src/contracts/recording.ts',
      'src/contracts/event-stream.ts',
      'src/contracts/sound-files.ts',
      'src/words/',
      'src/drawing/',
      'src/core/'
    ],
    mayKnow: ['src/contracts/'],
    packages: ['onnxruntime-web']
  },
  {
    folder: 'src/cli/',
    may: ['src/cli/', 'src/main/', 'src/core/', 'src/contracts/', 'src/words/', 'src/drawing/', 'package.json'],
    packages: ['commander', 'cli-progress', 'fft.js', 'onnxruntime-common'],
    hasNode: true
  }
]

/** What every view of the window stands on: these know no view. */
const WINDOW_GROUND = ['api/', 'controls/', 'page/', 'state/', 'use-words.ts'].map((room) => `src/renderer/${room}`)
/** What stands around the views: no view knows it. The living page shows it beside them. */
const WINDOW_SHELL = 'src/renderer/shell/'
const KNOWS_SHELL = [WINDOW_SHELL, 'src/renderer/main.tsx', LIVING_PAGE]

/** Packages that one place alone knows, by the beginning of the paths that may import them. */
const ONE_PLACE: Record<string, string[]> = {
  electron: ['src/main/index.ts', 'src/main/desktop-door/', 'src/preload/'],
  'onnxruntime-node': ['src/main/analysis/ort-model.ts'],
  express: ['src/main/browser-door/', 'src/main/phone/'],
  'bonjour-service': ['src/main/phone/server/advertise.ts'],
  qrcode: ['src/main/phone/pairing/qr.ts'],
  selfsigned: ['src/main/phone/trust/'],
  '@peculiar/x509': ['src/main/phone/trust/'],
  '@photostructure/sqlite': ['src/main/library/index-table.ts', 'src/main/owner.ts'],
  zod: ['src/main/'],
  mediabunny: ['src/main/decode/'],
  'node-web-audio-api': ['src/main/decode/'],
  'opus-decoder': ['src/main/decode/'],
  commander: ['src/cli/'],
  'cli-progress': ['src/cli/']
}

/** Names that one file alone imports: the only entrance of the window, the only comparison of secrets. */
const ONE_FILE: Record<string, string> = {
  ipcMain: 'src/main/desktop-door/ipc.ts',
  timingSafeEqual: 'src/main/secret.ts'
}

/** What an entry must never load, however indirectly; `withLazy: false` where only the start counts. */
const NEVER_LOADS: { entry: string; never: string[]; withLazy: boolean; why: string }[] = [
  { entry: 'src/main/headless.ts', never: ['package:electron'], withLazy: true, why: 'runs without Electron' },
  { entry: 'src/cli/index.ts', never: ['package:electron'], withLazy: true, why: 'runs without Electron' },
  {
    entry: 'src/main/analysis/process.ts',
    never: [
      'package:electron',
      'package:express',
      'package:@photostructure/sqlite',
      'package:node:http',
      'package:node:https',
      'package:node:net',
      'src/main/library/library.ts',
      'src/main/settings.ts'
    ],
    withLazy: true,
    why: 'has no network, no library, no settings'
  },
  {
    entry: 'src/cli/analyse.ts',
    never: ['package:express', 'package:@photostructure/sqlite', 'package:zod', 'src/main/library/library.ts'],
    withLazy: false,
    why: 'keeps nothing unless told to, and starts at once'
  },
  { entry: 'src/preload/index.ts', never: ['package:zod'], withLazy: true, why: 'is one small file' }
]

/** Folders whose files one place alone imports. */
const ONE_READER: Record<string, string> = {
  // A screen of the phone's page knows its exits, not where they lead.
  'recorder-web/src/screens/': 'recorder-web/src/flow.ts',
  [LIVING_PAGE]: LIVING_PAGE
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path)
/** Read by a tool, and no part of the program. */
const isToolConfig = (path: string) => path.endsWith('.config.ts')

/** Every breach of the house's rules, as sentences; empty where there is none. */
export function violationsIn(sources: Sources): string[] {
  const graph = readImports(new Map([...sources].filter(([path]) => /\.tsx?$/.test(path))))
  return [...layers(graph), ...rooms(graph), ...places(graph), ...closures(graph), ...barrels(graph)]
}

function layers(graph: ImportGraph): string[] {
  const found: string[] = []
  for (const [path, imports] of graph) {
    const layer = LAYERS.find(({ folder }) => path.startsWith(folder))
    if (!layer || isTest(path) || isToolConfig(path)) continue
    for (const one of imports) {
      if (isAllowed(one, layer)) continue
      found.push(`${path} imports ${nameOf(one)}, which ${layer.folder} may not`)
    }
  }
  return found
}

function isAllowed({ to, isTypeOnly }: Import, { may, mayKnow = [], packages, hasNode = false }: Layer): boolean {
  if (isTest(to)) return false
  const name = to.startsWith('package:') ? to.slice('package:'.length) : null
  if (name?.startsWith('node:')) return hasNode
  if (name !== null) return packages === 'any' ? !WINDOW_PACKAGES.includes(name) : packages.includes(name)
  return [...may, ...(isTypeOnly ? mayKnow : [])].some((start) => to.startsWith(start))
}

/** Within the window: ground, views, shell; each knows only those before it. */
function rooms(graph: ImportGraph): string[] {
  const isGround = (path: string) => WINDOW_GROUND.some((room) => path.startsWith(room))
  return [...graph].flatMap(([path, imports]) => {
    if (!path.startsWith('src/renderer/')) return []
    const own = imports.filter(({ to }) => to.startsWith('src/renderer/'))
    return [
      ...own.filter(({ to }) => isGround(path) && !isGround(to)).map(({ to }) => `${path} stands below ${to}`),
      ...own
        .filter(({ to }) => to.startsWith(WINDOW_SHELL) && !KNOWS_SHELL.some((start) => path.startsWith(start)))
        .map(({ to }) => `${path} knows ${to}, which stands around it`)
    ]
  })
}

function places(graph: ImportGraph): string[] {
  const found: string[] = []
  const withWavesurfer: string[] = []
  for (const [path, imports] of graph) {
    if (isTest(path) || !LAYERS.some(({ folder }) => path.startsWith(folder))) continue
    for (const { to, names, isTypeOnly } of imports) {
      const allowed = ONE_PLACE[to.replace('package:', '')]
      if (allowed && !allowed.some((start) => path.startsWith(start))) {
        found.push(`${path} imports ${to}, whose place is ${allowed.join(', ')}`)
      }
      for (const [name, place] of Object.entries(ONE_FILE)) {
        if (names.includes(name) && path !== place) found.push(`${path} imports ${name}, whose place is ${place}`)
      }
      const folder = Object.keys(ONE_READER).find((start) => to.startsWith(start))
      if (folder !== undefined && !path.startsWith(ONE_READER[folder]!)) {
        found.push(`${path} imports ${to}, which only ${ONE_READER[folder]} may`)
      }
      if (to === 'package:wavesurfer.js' && !isTypeOnly) withWavesurfer.push(path)
    }
  }
  if (withWavesurfer.length > 1) found.push(`wavesurfer.js is imported by ${withWavesurfer.join(' and ')}`)
  return found
}

function closures(graph: ImportGraph): string[] {
  return NEVER_LOADS.flatMap(({ entry, never, withLazy, why }) => {
    if (!graph.has(entry)) return [`${entry} is gone, and with it a rule`]
    const reached = reachable(entry, graph, { withLazy })
    return never.flatMap((to) =>
      reached.has(to) ? [`${entry} ${why}, but ${reached.get(to)} makes it load ${to}`] : []
    )
  })
}

function barrels(graph: ImportGraph): string[] {
  return [...graph].flatMap(([path, imports]) =>
    /(^|\/)index\.tsx?$/.test(path) && imports.some(({ isReExport }) => isReExport)
      ? [`${path} only passes on what others export`]
      : []
  )
}

function nameOf({ to, isTypeOnly }: Import): string {
  return `${isTypeOnly ? 'types of ' : ''}${to}`
}
