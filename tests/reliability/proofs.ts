import type { Promised } from './figures'

/** The tests that prove each promise, and keep its figures. */
export const PROOFS: Record<Promised, readonly string[]> = {
  'bad-audio': ['tests/fuzz.test.ts', 'src/main/decode/damage.test.ts', 'tests/broken-uploads.test.ts'],
  bombs: ['tests/bombs.test.ts', 'src/main/decode/bombs.test.ts'],
  kept: ['tests/kill.test.ts', 'src/main/library/library.test.ts', 'tests/one-owner.test.ts'],
  'disk-faults': ['tests/disk-faults.test.ts', 'tests/full-disk.test.ts', 'src/main/storage-error.test.ts'],
  load: ['tests/phone-siege.test.ts', 'tests/phone-upload.test.ts'],
  nobody: [
    'tests/phone-security.test.ts',
    'src/main/browser-door/door.test.ts',
    'src/main/pages.test.ts',
    'tests/phone-upload.test.ts',
    'src/main/analysis/model-files.test.ts'
  ],
  text: ['tests/cli-files.test.ts', 'src/cli/csv.test.ts', 'src/core/plain-text.test.ts'],
  deleted: ['tests/deleted.test.ts', 'src/main/library/upkeep.test.ts'],
  soak: ['tests/soak.test.ts'],
  electron: [
    'tests/electron-checklist.test.ts',
    'tests/e2e/hardening.test.ts',
    'tests/e2e/pack.test.ts',
    'src/main/desktop-door/window-options.test.ts',
    'src/main/desktop-door/permissions.test.ts',
    'src/main/desktop-door/links.test.ts',
    'src/main/desktop-door/app-origin.test.ts',
    'src/preload/bridge.test.ts'
  ],
  migrations: ['tests/released-libraries.test.ts'],
  privacy: ['tests/privacy.test.ts']
}
