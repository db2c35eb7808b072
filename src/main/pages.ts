import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** Answers a request for a file of the built window; never rejects for what a client sent. */
export type Pages = (request: Request) => Promise<Response>

/** Stands in the built page where libraries that write their own styles look for the nonce. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm'
}

/** What a page needs beyond its own files. */
interface PagePolicy {
  nonce?: string
  compilesWasm?: boolean
}

/**
 * The content security policy of our pages: nothing but this origin, no inline script, no plug-in, no frame.
 *
 * @param nonce lets a style element in that a library writes (the player's shadow root); a new one for each page
 * @param compilesWasm lets the page compile a WebAssembly runtime
 * @see https://www.electronjs.org/docs/latest/tutorial/security, rule 7
 */
export function contentSecurityPolicy({ nonce, compilesWasm = false }: PagePolicy = {}): string {
  return [
    "default-src 'none'",
    `script-src 'self'${compilesWasm ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
}

/**
 * What every response carries beside its own headers: nobody frames it, guesses its type, or learns its URL, and what is
 * no page of ours may do nothing where a browser shows it as one. A page's own policy takes the place of this one.
 */
export const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
} as const

/**
 * Serves the folder that the window was built into.
 *
 * A request is looked up in a list made once, of the files that are there, so no path that a request spells, however
 * it is encoded, can name anything outside. Whatever is not in the list is a 404.
 *
 * @param root the built window; a missing folder answers 404 to everything
 */
export function openPages(root: string): Pages {
  let listed: Promise<ReadonlyMap<string, string>> | undefined
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    listed ??= list(root)
    const name = new URL(request.url).pathname.replace(/^\/+/, '')
    const file = (await listed).get(name === '' ? 'index.html' : name)
    if (file === undefined) return refuse(404)
    return respondWith(file, await readFile(file), request.method)
  }
}

function respondWith(file: string, bytes: Buffer, method: string): Response {
  const extension = extname(file)
  const isPage = extension === '.html'
  const nonce = isPage ? randomBytes(16).toString('base64') : undefined
  const body = nonce === undefined ? bytes : Buffer.from(bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce))
  return new Response(method === 'HEAD' ? null : new Uint8Array(body), {
    headers: {
      ...SECURITY_HEADERS,
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-length': String(body.byteLength),
      'content-security-policy': contentSecurityPolicy(nonce === undefined ? {} : { nonce }),
      // Names under assets/ carry a hash of what is in them; the page itself must never be an old one.
      'cache-control': isPage ? 'no-store' : 'private, max-age=31536000, immutable'
    }
  })
}

function refuse(status: number): Response {
  const headers = status === 405 ? { ...SECURITY_HEADERS, allow: 'GET, HEAD' } : SECURITY_HEADERS
  return new Response(null, { status, headers })
}

/** Every file below `folder` by the path that a URL would name it with; symbolic links are left out. */
async function list(folder: string, prefix = ''): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isFile()) files.set(`${prefix}${encodeURIComponent(entry.name)}`, path)
    if (entry.isDirectory())
      for (const [name, file] of await list(path, `${prefix}${encodeURIComponent(entry.name)}/`)) files.set(name, file)
  }
  return files
}
