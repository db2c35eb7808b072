import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** The phone page: its own small build, so that nothing of the window can slip into it. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: resolve(import.meta.dirname, '../out/recorder-web'),
    emptyOutDir: true,
    // The oldest engines that have AudioWorklet and module workers together.
    target: ['chrome111', 'firefox114', 'safari16.4'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0
  }
})
