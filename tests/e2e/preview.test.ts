import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ensureBuilt, ROOT } from './built'

const data = mkdtempSync(join(tmpdir(), 'ops-fusion-preview-'))
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))

// Windows starts no script by its first line.
it.skipIf(process.platform === 'win32')('electron-vite preview takes the double for Electron', async () => {
  ensureBuilt()
  const preview = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'preview', '--skipBuild'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, to end what it started with it.
      detached: true,
      env: {
        ...process.env,
        OPS_FUSION_DATA: data,
        ELECTRON_EXEC_PATH: join(ROOT, 'tests', 'electron-double', 'bin.mjs'),
        ELECTRON_DOUBLE_SAYS: '1'
      }
    }
  )
  let said = ''
  for (const stream of [preview.stdout, preview.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  try {
    await expect.poll(() => said, { timeout: 30_000 }).toContain('app://ops-fusion/ is open')
  } finally {
    process.kill(-preview.pid!, 'SIGTERM')
  }
})
