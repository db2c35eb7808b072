import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENCODED_SOUNDS } from './encoded-sounds'

/** A sound file that is not damaged yet. */
export interface Sound {
  name: string
  bytes: Buffer
}

const FIXTURES = join(import.meta.dirname, '../../fixtures')
const FOLDERS = ['audio', 'phone', 'copies', 'golden', 'refused']
const NO_SOUND = /\.(f32|gz|json|md|ts)$/

/** One of every container and coding that the program reads, and of those that it refuses by name. */
export function readSounds(): Sound[] {
  const fixtures = FOLDERS.flatMap((folder) =>
    readdirSync(join(FIXTURES, folder))
      .filter((name) => !NO_SOUND.test(name))
      .sort()
      .map((name) => ({ name, bytes: readFileSync(join(FIXTURES, folder, name)) }))
  )
  return [...fixtures, ...ENCODED_SOUNDS]
}
