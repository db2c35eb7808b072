import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../../electron-double/chromium-path'
import { type Watched, watch } from '../console-watch'

/** A small phone of 2020. */
const PHONE = { width: 360, height: 740 }

export interface PhoneOptions {
  /** What its microphone hears; without it there is none. */
  hears?: string
  permission?: 'granted' | 'denied'
  scheme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
  /** Keeps storage on this disk, so that the browser can die and come back. */
  profile?: string
  /** Without it the browser shows its warning, as on the user's own phone. */
  trusts?: boolean
  /** What is done to the browser before its first page. */
  prepare?: (context: BrowserContext) => Promise<unknown>
}

/** A real Chromium the size of a phone, with a microphone that plays a file. */
export interface Phone {
  page: Page
  context: BrowserContext
  /** What the page complained of in its console. */
  problems: Watched['problems']
  close(): Promise<void>
}

export async function openPhone(options: PhoneOptions = {}): Promise<Phone> {
  const { hears, permission = 'granted', scheme = 'light', viewport = PHONE, profile, trusts = true } = options
  const launch = {
    executablePath: chromiumPath(),
    headless: process.env['HEADED'] !== '1',
    args: [
      '--autoplay-policy=no-user-gesture-required',
      ...(hears === undefined
        ? []
        : ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${hears}`])
    ]
  }
  const looks = {
    viewport,
    deviceScaleFactor: 2,
    hasTouch: true,
    colorScheme: scheme,
    ignoreHTTPSErrors: trusts,
    permissions: permission === 'granted' ? ['microphone'] : [],
    acceptDownloads: true
  }
  let browser: Browser | null = null
  let context: BrowserContext
  if (profile === undefined) {
    browser = await chromium.launch(launch)
    context = await browser.newContext(looks)
  } else {
    context = await chromium.launchPersistentContext(profile, { ...launch, ...looks })
  }
  await options.prepare?.(context)
  const page = context.pages()[0] ?? (await context.newPage())
  const watched = watch(page, 'https://')
  return {
    page,
    context,
    problems: watched.problems,
    async close() {
      await context.close()
      await browser?.close()
    }
  }
}
