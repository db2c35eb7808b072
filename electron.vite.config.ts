import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Everything that runs in Node: the two doors, the terminal's, and the process that decodes and infers. */
const main = {
  index: at('src/main/index.ts'),
  headless: at('src/main/headless.ts'),
  'analysis-process': at('src/main/analysis/process.ts'),
  cli: at('src/cli/index.ts')
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Shared chunks lie beside the entries: `paths.ts`, which ends up in one, counts the floors up to the root.
      rollupOptions: { input: main, output: { format: 'es', chunkFileNames: '[name]-[hash].js' } }
    }
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file.
      rollupOptions: { input: at('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: 'index.cjs' } }
    }
  },
  renderer: {
    root: at('src/renderer'),
    base: './',
    build: { outDir: at('out/renderer'), minify: true, rollupOptions: { input: at('src/renderer/index.html') } },
    plugins: [react(), tailwindcss()]
  }
})
