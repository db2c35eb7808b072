import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Linked by the decoder of MP3, AAC and Vorbis on Linux. */
const LIBRARY = 'libasound.so.2'

/** Can the system's sound library be loaded? True wherever it is not needed. */
export async function hasSoundLibrary(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'linux') return true
  for (const command of ['ldconfig', '/sbin/ldconfig', '/usr/sbin/ldconfig']) {
    const known = await promisify(execFile)(command, ['-p']).catch(() => null)
    if (known) return known.stdout.includes(LIBRARY)
  }
  // Without a linker cache nobody knows: then the library is not called missing.
  return true
}
