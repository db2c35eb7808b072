import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, relative } from 'node:path'
import { ROOT } from './built'

/** Packs the build that is there into `output`, without a network to fall back on. */
export function pack(output: string): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'pack.mjs'), '--no-build', '--output', output], {
    cwd: ROOT,
    stdio: 'pipe',
    env: { ...process.env, HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' }
  })
}

/** Every file below `folder`, relative to it, with forward slashes. */
export function filesBelow(folder: string, from = folder): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path, from) : [relative(from, path).replaceAll('\\', '/')]
  })
}

/** Bytes of a file, or of all files below a folder. */
export function sizeOf(path: string): number {
  const found = statSync(path)
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : found.size
}

/** `import … from 'x'`, `import 'x'`, `import('x')`, `export … from 'x'` in what the bundler writes. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"'\n]+)["']/g

/** The files of the bundle that can be reached from its entries, and the packages that they name. */
export function importsOf(folder: string, entries: readonly string[]): { files: string[]; packages: string[] } {
  const files = new Set(entries)
  const packages = new Set<string>()
  for (const file of files) {
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORT)) {
      if (name.startsWith('./')) files.add(name.slice(2))
      else if (!isBuiltin(name) && name !== 'electron') packages.add(name)
    }
  }
  return { files: [...files], packages: [...packages].sort() }
}
