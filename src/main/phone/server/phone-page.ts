import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import express, { type Express, type Request, type Response } from 'express'
import { PHONE_PATHS } from '../../../contracts/phone-api'
import { contentSecurityPolicy } from '../../pages'
import type { Authority } from '../trust/authority'
import { authorityFile, profileFile } from '../trust/profile'
import { createFileTurns } from './file-turns'
import { Refusal } from './refusal'

/** Nothing of the phone but its microphone is wanted. */
const PERMISSIONS_POLICY = 'microphone=(self), screen-wake-lock=(self), camera=(), geolocation=()'

/** The types by which phones know that this is to be installed. */
const TRUST_FILES: readonly [string, string, (authority: Authority) => Buffer][] = [
  [PHONE_PATHS.authority, 'application/x-x509-ca-cert', authorityFile],
  [PHONE_PATHS.profile, 'application/x-apple-aspen-config', (authority) => Buffer.from(profileFile(authority))]
]

interface PhonePage {
  /** Folder of the built page. */
  recorder: string
  /** Null where the network is not given out. */
  models: string | null
  /** Null where none is offered. */
  authority: () => Authority | null
  onPage: (request: Request) => void
}

/**
 * Serves the built phone page, the network for the analysis that stays on the phone, and the authority that a phone
 * may trust.
 */
export function servePhonePage(app: Express, { recorder, models, authority, onPage }: PhonePage): void {
  const headers = {
    'content-security-policy': contentSecurityPolicy({ compilesWasm: true }),
    'permissions-policy': PERMISSIONS_POLICY
  }
  app.use(createFileTurns())
  for (const path of models === null ? [] : [PHONE_PATHS.graph, PHONE_PATHS.card]) {
    app.get(`/${path}`, (_request, response) => sendModel(join(models ?? '', path.split('/').at(-1) ?? ''), response))
  }
  for (const [path, type, write] of TRUST_FILES) {
    app.get(`/${path}`, (_request, response) => {
      const offered = authority()
      if (!offered) throw new Refusal('invalid-request', 'no authority is offered')
      response.set({ 'content-type': type, 'cache-control': 'no-store' }).send(write(offered))
    })
  }
  app.use((request, response, next) => {
    response.set(headers)
    if (request.path === '/' && request.method === 'GET') onPage(request)
    next()
  })
  // Streamed: the network's runtime is 14 MB, and a slow reader must not hold a copy of it in memory.
  app.use(
    express.static(recorder, {
      dotfiles: 'ignore',
      redirect: false,
      setHeaders(response, path) {
        // Names under assets/ carry a hash of what is in them; the page itself must never be an old one.
        const isPage = path.endsWith('.html')
        response.setHeader('cache-control', isPage ? 'no-store' : 'private, max-age=31536000, immutable')
      }
    })
  )
}

async function sendModel(path: string, response: Response): Promise<void> {
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
