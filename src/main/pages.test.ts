import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NONCE_PLACEHOLDER, openPages, type Pages } from './pages'

const SECRET = 'not for the window'
const root = mkdtempSync(join(tmpdir(), 'ops-fusion-pages-'))
let pages: Pages

beforeAll(() => {
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.txt'), SECRET)
  writeFileSync(join(root, 'renderer', 'index.html'), `<meta name="style-nonce" content="${NONCE_PLACEHOLDER}">`)
  writeFileSync(join(root, 'renderer', 'assets', 'index-1.js'), 'let a')
  symlinkSync(join(root, 'secret.txt'), join(root, 'renderer', 'link.txt'))
  pages = openPages(join(root, 'renderer'))
})
afterAll(() => rmSync(root, { recursive: true }))

const get = (path: string, method = 'GET') => pages(new Request(`app://ops-fusion${path}`, { method }))

describe('openPages', () => {
  it('answers the root with the page, never kept', async () => {
    const answer = await get('/?token=1')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('gives each page a new nonce, the same in its policy and in its text', async () => {
    const nonces = await Promise.all(
      [0, 1].map(async () => {
        const answer = await get('/')
        const [, nonce = ''] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
        expect(await answer.text()).toContain(`content="${nonce}"`)
        return nonce
      })
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('allows no inline script, no eval and no other origin', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it('lets the browser keep what has a hash in its name', async () => {
    const answer = await get('/assets/index-1.js')
    expect(await answer.text()).toBe('let a')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('answers HEAD with headers alone', async () => {
    const answer = await get('/assets/index-1.js', 'HEAD')
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['5', ''])
  })

  it('refuses to be written to', async () => {
    expect((await get('/', 'POST')).status).toBe(405)
  })

  it('follows no symbolic link', async () => {
    expect((await get('/link.txt')).status).toBe(404)
  })

  it('has nothing to serve where there was no build', async () => {
    expect((await openPages(join(root, 'missing'))(new Request('app://ops-fusion/'))).status).toBe(404)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%00',
    '//secret.txt'
  ])('finds nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('gives away nothing outside its folder, however the path is spelt', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '..%2f',
        '..%5c',
        '%252e',
        'secret.txt',
        'assets',
        '',
        '%00',
        'C:',
        '\\',
        '~',
        'index.html'
      ),
      fc.string({ maxLength: 8 })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const url = `app://ops-fusion/${parts.join('/')}`
        fc.pre(URL.canParse(url))
        const answer = await pages(new Request(url))
        expect([200, 404]).toContain(answer.status)
        expect(await answer.text()).not.toContain(SECRET)
      }),
      { numRuns: 2000 }
    )
  })
})
