import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A browser that is started cold on a slow computer has read the file by then. */
const READ_WITHIN_MS = 60_000

/**
 * Opens the door's address in the person's own browser; where that cannot be done the printed address is enough.
 *
 * Everybody on a computer may read the command lines of all programs, so the browser is not given the address with its
 * token but a file, for this user alone, that leads there.
 */
export async function openInBrowser(url: string): Promise<void> {
  try {
    const folder = await mkdtemp(join(placeForAll(), 'ops-fusion-'))
    const path = join(folder, 'open.html')
    await writeFile(path, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, { mode: 0o600 })
    const remove = () => rm(folder, { recursive: true, force: true }).catch(() => {})
    setTimeout(remove, READ_WITHIN_MS).unref()
    start(pathToFileURL(path).href)
  } catch {
    // No room, no home: the address has been printed.
  }
}

/** Browsers that Linux keeps in a box (snap) read nothing but the visible part of the home. */
function placeForAll(): string {
  return process.platform === 'linux' ? homedir() : tmpdir()
}

function start(address: string): void {
  const openers: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['open', address],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address]
  }
  const [command = '', ...args] = openers[process.platform] ?? ['xdg-open', address]
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  opener.on('error', () => {})
  opener.unref()
}
