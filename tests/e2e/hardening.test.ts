import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, channels } from '../../src/contracts/desktop-api'
import type { Reply } from '../../src/contracts/reply'
import { ERROR_CODES } from '../../src/core/errors'
import { type DesktopDoor, openDesktopDoor } from './desktop-door'
import type { PageWorld } from './page-world'
import { goTo, words } from './steps'

const CALLS = channels().flatMap(({ kind, name }) => (kind === 'call' ? [name] : []))
const PERMISSIONS = [
  ...['media', 'geolocation', 'notifications', 'clipboard-read', 'clipboard-sanitized-write', 'display-capture'],
  ...['fullscreen', 'pointerLock', 'openExternal', 'usb', 'hid', 'serial', 'midi', 'midiSysex', 'fileSystem'],
  ...['idle-detection', 'storage-access', 'speaker-selection', 'window-management', 'mediaKeySystem', 'unknown']
] as const

let door: DesktopDoor
beforeAll(async () => {
  door = await openDesktopDoor()
})
afterAll(() => door?.close())

describe('the window', () => {
  it('is sandboxed, isolated and without Node, in a sandboxed program', async () => {
    const [options] = (await door.evaluate(({ double }) => double.calls.of('BrowserWindow')))[0] as [WindowOptions]
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false
    })
    expect(await door.evaluate(({ double }) => double.calls.of('app.enableSandbox').length)).toBe(1)
  })

  it('loads nothing but our own page, from a scheme that is secure and passes no policy by', async () => {
    expect(await door.evaluate(({ double }) => double.calls.of('loadURL'))).toEqual([['app://ops-fusion/']])
    const schemes = await door.evaluate(({ double }) => double.calls.of('protocol.registerSchemesAsPrivileged'))
    expect(schemes).toEqual([
      [[{ scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) }]]
    ])
    expect(JSON.stringify(schemes)).not.toMatch(/bypassCSP|allowServiceWorkers|corsEnabled/)
  })

  it('gives the page the calls of the contract and nothing of Electron or Node', async () => {
    const found = await door.page.evaluate(() => {
      const world = globalThis as unknown as PageWorld
      const api = Object.entries(world.opsFusion).map(([domain, methods]) => [domain, Object.keys(methods)])
      return {
        api: Object.fromEntries(api),
        strangers: [world.require, world.process, world.Buffer, world.ipcRenderer]
      }
    })
    expect(found.api).toEqual(Object.fromEntries(Object.entries(CHANNELS).map(([d, m]) => [d, Object.keys(m)])))
    expect(found.strangers.every((stranger) => stranger === undefined || stranger === null)).toBe(true)
  })

  it('runs no inline script, loads no foreign one, and embeds no page', async () => {
    const before = door.problems().length
    await door.page.evaluate(() => {
      const { document } = globalThis as unknown as PageWorld
      const [inline, foreign, frame] = [
        document.createElement('script'),
        document.createElement('script'),
        document.createElement('iframe')
      ]
      inline.textContent = 'globalThis.wasRun = true'
      foreign.src = 'https://example.org/x.js'
      frame.src = 'https://example.org/'
      for (const element of [inline, foreign, frame]) document.body.append(element)
    })
    await expect
      .poll(
        () =>
          door
            .problems()
            .slice(before)
            .filter((problem) => problem.includes('Content Security Policy')).length
      )
      .toBe(3)
    expect(await door.page.evaluate(() => 'wasRun' in globalThis)).toBe(false)
  })

  it('makes no code of strings', async () => {
    const before = door.problems().length
    // Later, outside Playwright's own evaluation, which the policy does not bind.
    await door.page.evaluate(() => void setTimeout('globalThis.wasMade = true'))
    await expect.poll(() => door.problems().slice(before).join()).toContain('Content Security Policy')
    expect(await door.page.evaluate(() => 'wasMade' in globalThis)).toBe(false)
  })
})

describe('leaving the page', () => {
  it.each(['https://example.org/', 'http://127.0.0.1:1/', 'https://ops-fusion/', 'https://app.ops-fusion.localhost/'])(
    'is not possible to %s',
    async (url) => {
      const here = door.page.url()
      await door.page.evaluate((href) => {
        ;(globalThis as unknown as PageWorld).location.href = href
      }, url)
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(door.page.url()).toBe(here)
    }
  )

  it('is refused to every event of Electron that leads to another origin', async () => {
    const urls = [
      'https://example.org/',
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:1',
      'app://other/',
      'about:blank'
    ]
    const allowed = await door.evaluate(({ electron }, hostile) => {
      const [window] = electron.BrowserWindow.getAllWindows()
      return ['will-navigate', 'will-frame-navigate', 'will-redirect'].flatMap((name) =>
        hostile.filter((url) => {
          let isPrevented = false
          window?.webContents.emit(name, {
            url,
            preventDefault: () => {
              isPrevented = true
            }
          })
          return !isPrevented
        })
      )
    }, urls)
    expect(allowed).toEqual([])
  })

  it('opens no window, and outside only the links of the table', async () => {
    const pages = door.page.context().pages().length
    await door.page.evaluate(() => {
      const world = globalThis as unknown as PageWorld
      world.open('https://example.org/')
      const link = world.document.createElement('a')
      Object.assign(link, {
        href: 'https://physionet.org/content/challenge-2016/1.0.0/',
        target: '_blank',
        rel: 'noopener'
      })
      world.document.body.append(link)
      link.click()
    })
    await expect
      .poll(() => door.evaluate(({ double }) => double.calls.of('shell.openExternal')))
      .toEqual([['https://physionet.org/content/challenge-2016/1.0.0/']])
    await expect.poll(() => door.page.context().pages().length).toBe(pages)
  })

  it('hands a pairing link to the person’s own programs, and no other text', async () => {
    const { phone } = words
    await goTo(door, 'phone')
    await door.page.getByRole('button', { name: phone.open }).click()
    const mail = door.page.getByRole('link', { name: phone.share.ways.mail })
    await mail.waitFor()
    await door.page.evaluate(() => {
      const world = globalThis as unknown as PageWorld
      world.open('mailto:somebody@example.org?body=x')
    })
    await mail.click()
    const wanted = new URL((await mail.getAttribute('href')) ?? '').href
    await expect
      .poll(async () => (await door.evaluate(({ double }) => double.calls.of('shell.openExternal'))).flat().at(-1))
      .toBe(wanted)
    const opened = (await door.evaluate(({ double }) => double.calls.of('shell.openExternal'))).flat()
    expect(opened.filter((url) => String(url).startsWith('mailto:'))).toEqual([wanted])
    await door.page.getByRole('button', { name: phone.stop }).click()
  })

  it('attaches no webview', async () => {
    const isPrevented = await door.evaluate(({ electron }) => {
      let isPrevented = false
      electron.BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', {
        preventDefault: () => {
          isPrevented = true
        }
      })
      return isPrevented
    })
    expect(isPrevented).toBe(true)
  })
})

describe('permissions', () => {
  const ask = (permission: string, url: string, media: string[], isMainFrame = true) =>
    door.evaluate(
      ({ double }, { permission, url, media, isMainFrame }) => {
        const { requestHandler, checkHandler } = double.session
        if (!requestHandler || !checkHandler) throw new Error('a handler is missing')
        let isGranted: boolean | null = null
        const details = { requestingUrl: url, isMainFrame, mediaTypes: media as 'audio'[] }
        requestHandler(
          {} as never,
          permission as 'media',
          (granted) => {
            isGranted = granted
          },
          details
        )
        const checked = checkHandler(null, permission as 'media', url, { isMainFrame, mediaType: media[0] as 'audio' })
        return [isGranted, checked]
      },
      { permission, url, media, isMainFrame }
    )

  it('grant the microphone to our page', async () => {
    expect(await ask('media', 'app://ops-fusion/', ['audio'])).toEqual([true, true])
  })

  it('grant nothing else to our page and nothing at all to others', async () => {
    for (const permission of PERMISSIONS) {
      expect(await ask(permission, 'https://example.org/', ['audio'])).toEqual([false, false])
      expect(await ask(permission, 'app://ops-fusion/', ['audio'], false)).toEqual([false, false])
      expect(await ask(permission, 'app://ops-fusion/', ['video'])).toEqual([false, false])
      if (permission !== 'media') expect(await ask(permission, 'app://ops-fusion/', [])).toEqual([false, false])
    }
  })

  it('are what the page really gets', async () => {
    const states = await door.page.evaluate(async () => {
      const { navigator } = globalThis as unknown as { navigator: Permissions }
      const names = ['microphone', 'camera', 'geolocation', 'notifications', 'clipboard-read', 'clipboard-write']
      return Promise.all(names.map(async (name) => [name, (await navigator.permissions.query({ name })).state]))
    })
    expect(Object.fromEntries(states)).toEqual({
      microphone: 'granted',
      camera: 'denied',
      geolocation: 'denied',
      notifications: 'denied',
      'clipboard-read': 'denied',
      'clipboard-write': 'denied'
    })
  })

  it('hand out no device and no screen', async () => {
    const answers = await door.evaluate(({ double }) => {
      let streams: unknown = 'none asked'
      double.session.displayHandler?.({} as never, (given) => {
        streams = given
      })
      return [double.session.deviceHandler?.({} as never), streams]
    })
    expect(answers).toEqual([false, null])
  })
})

describe('app://', () => {
  it('gives away nothing of this machine, whatever the path', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '%2e%2e',
        '..%2f..%2f',
        '..%5c',
        'etc',
        'passwd',
        'package.json',
        'main',
        'index.js',
        'media',
        'audio',
        '%00',
        '',
        '~'
      ),
      fc.string({ maxLength: 12 })
    )
    const urls = fc
      .sample(fc.array(part, { minLength: 1, maxLength: 9 }), { numRuns: 2000, seed: 18 })
      .map((parts) => `app://ops-fusion/${parts.join('/')}`)
      .filter((url) => URL.canParse(url))
    const leaks = await door.evaluate(async ({ double }, urls) => {
      const found: string[] = []
      for (const url of urls) {
        const answer = await double.protocol.answer(new Request(url))
        const text = await answer.text()
        const isPage = text.startsWith('<!doctype html>')
        if (answer.status >= 500 || /root:x:|"ops-fusion"|electron/.test(text) || (answer.status === 200 && !isPage))
          found.push(url)
      }
      return found
    }, urls)
    expect(leaks).toEqual([])
  })
})

describe('calls', () => {
  it('are answered for the contract and for nothing else', async () => {
    expect((await door.evaluate(({ double }) => double.ipcMain.channels())).sort()).toEqual([...CALLS].sort())
  })

  it.each(CALLS)('%s answers 500 random inputs with a typed refusal and lives on', async (name) => {
    const inputs = fc.sample(fc.oneof(fc.object(), fc.anything({ withBigInt: true, withDate: true, withMap: true })), {
      numRuns: 500,
      seed: 17
    })
    const replies = await door.evaluate(
      async ({ double }, { name, count, inputs }) => {
        const frame = { url: 'app://ops-fusion/', parent: null }
        const all = []
        for (let i = 0; i < count; i++) all.push(await double.ipcMain.invoke(name, [inputs[i]], frame))
        return all as ({ value: Reply<unknown> } | { error: string })[]
      },
      { name, count: inputs.length, inputs: inputs.map((input) => toPlain(input)) }
    )
    for (const reply of replies) {
      const { value } = reply as { value: Reply<unknown> }
      if (value.ok) continue
      expect(ERROR_CODES).toContain(value.error.code)
      expect(value.error.code).not.toBe('internal')
    }
    expect(replies).toHaveLength(500)
  })

  it.each([
    ['a foreign page', { url: 'https://example.org/', parent: null }],
    ['a page that looks like ours', { url: 'app://ops-fusion.example.org/', parent: null }],
    ['a frame inside our page', { url: 'app://ops-fusion/', parent: { url: 'app://ops-fusion/', parent: null } }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a frame that has gone', null]
  ])('are refused to %s', async (_who, frame) => {
    for (const name of CALLS) {
      const reply = await door.evaluate(
        ({ double }, { name, frame }) => double.ipcMain.invoke(name, [undefined], frame),
        { name, frame }
      )
      expect(reply).toMatchObject({ value: { ok: false, error: { code: 'not-allowed' } } })
    }
  })
})

interface Permissions {
  permissions: { query(what: { name: string }): Promise<{ state: string }> }
}

interface WindowOptions {
  webPreferences: Record<string, unknown>
}

/** What can be sent to the main process as JSON; what cannot becomes its text. */
function toPlain(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value)) as unknown
  } catch {
    return Object.prototype.toString.call(value)
  }
}
