import { createServer } from 'node:http'
import { isIP } from 'node:net'
import { AppError } from '../core/errors'
import { wordsFor } from '../words/words'
import { spawnWithNode } from './analysis/spawn-node'
import { createDoor } from './browser-door/door'
import { DEFAULT_PORT } from './default-port'
import { listenOn } from './listen'
import { buildPaths, defaultDataFolder } from './paths'
import { newSecret } from './secret'
import { openHost } from './services'

export interface HeadlessOptions {
  /** 0 takes any that is free. */
  port?: number
  /** Address to listen on; other than loopback only with a password. */
  host?: string
  /** What people type behind a reverse proxy, e.g. `https://hearts.example.org`. */
  origin?: string
  password?: string
  data?: string
  version: string
}

export interface RunningHeadless {
  /** With the one-time token, where there is no password. */
  url: string
  close(): Promise<void>
}

/**
 * Opens the host and its browser door.
 *
 * @throws {AppError} as `listenOn`, `not-allowed` for a public address without a password, and as `openHost`
 */
export async function runHeadless({
  port = DEFAULT_PORT,
  host: address = '127.0.0.1',
  origin,
  password,
  data = defaultDataFolder(),
  version
}: HeadlessOptions): Promise<RunningHeadless> {
  if (!isLoopback(address) && !password) {
    throw new AppError('not-allowed', `${address} can be reached by others: a password is needed`, {
      values: { address }
    })
  }
  const paths = buildPaths(data)
  const token = newSecret()
  const server = createServer({
    maxHeaderSize: 8192,
    headersTimeout: 10_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 5000
  })
  const bound = await listenOn(server, { port, address })
  const origins = originsOf(address, bound, origin)
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  const spawn = spawnWithNode(paths.analysisProcess)
  const host = await openHost({ paths, version, door: 'browser', spawn }).catch((thrown: unknown) => {
    // Nobody is behind the port: it is given back, and the program can end.
    close()
    throw thrown
  })
  const refusal = wordsFor('en').errors.line({ code: 'not-allowed', values: {} })
  const door = createDoor({
    host,
    renderer: paths.renderer,
    origins: () => origins,
    token,
    password: password ?? null,
    refusal
  })
  server.on('request', door)
  return {
    url: `${origins[0]}/${password ? '' : `?token=${token}`}`,
    async close() {
      close()
      await host.close()
    }
  }
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

function originsOf(address: string, port: number, origin: string | undefined): string[] {
  const hosts = isLoopback(address) ? [address, 'localhost', '127.0.0.1'] : [address]
  const direct = hosts.map((host) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`)
  return [...new Set(origin ? [new URL(origin).origin, ...direct] : direct)]
}
