import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Express, Response as ExpressResponse, Request } from 'express'
import { PHONE_PATHS } from '../../contracts/phone-api'
import { openPages } from '../pages'
import { Refusal } from './refusal'

/** The page may compile the network's runtime, and nothing may come from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
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

/** Nothing of the phone but its microphone is wanted. */
const PERMISSIONS_POLICY = 'microphone=(self), screen-wake-lock=(self), camera=(), geolocation=()'

/**
 * Serves the built phone page, and the network for the analysis that stays on the phone.
 *
 * @param recorder folder of the built page
 * @param models null where the network is not given out
 */
export function servePhonePage(
  app: Express,
  { recorder, models, onPage }: { recorder: string; models: string | null; onPage: (request: Request) => void }
): void {
  const pages = openPages(recorder)
  for (const path of models === null ? [] : [PHONE_PATHS.graph, PHONE_PATHS.card]) {
    app.get(`/${path}`, (_request, response) => sendModel(join(models ?? '', path.split('/').at(-1) ?? ''), response))
  }
  app.get(/.*/, async (request, response, next) => {
    if (request.path.startsWith('/api/') || request.path.startsWith('/model/')) return next()
    const page = await pages(new globalThis.Request(new URL(request.path, 'https://phone.invalid')))
    if (request.path === '/') onPage(request)
    response.status(page.status)
    for (const [name, value] of page.headers) response.set(name, value)
    response.set('content-security-policy', CONTENT_SECURITY_POLICY).set('permissions-policy', PERMISSIONS_POLICY)
    response.send(Buffer.from(await page.arrayBuffer()))
  })
}

async function sendModel(path: string, response: ExpressResponse): Promise<void> {
  const size = await stat(path).then(
    (file) => file.size,
    () => null
  )
  if (size === null) throw new Refusal('invalid-request', 'the network is missing')
  response.set({
    'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    'content-length': String(size),
    'cache-control': 'no-cache'
  })
  await pipeline(Readable.from(createReadStream(path)), response)
}
