import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../built'

/** Builds the phone page anew: it takes two seconds, and these tests must not run an old one. */
export function buildPage(): void {
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'recorder-web/vite.config.ts'],
    { cwd: ROOT, stdio: 'pipe' }
  )
}
