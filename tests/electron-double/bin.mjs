#!/usr/bin/env node
/**
 * Stands where the Electron executable stands: `bin.mjs <folder | main file> [arguments]`.
 * `ELECTRON_EXEC_PATH=tests/electron-double/bin.mjs npx electron-vite preview` opens the built program in Chromium.
 */
import { register } from 'tsx/esm/api'

register()
const { run } = await import('./run.ts')
await run(process.argv)
