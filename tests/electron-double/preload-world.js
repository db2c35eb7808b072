/**
 * The world that a sandboxed preload sees, run in the page before any script of its own.
 *
 * Plain JavaScript, because its text is what is sent: called with the window's options and the preload as a function
 * (its source stands in the text too: the page's policy forbids making code of strings). What crosses the bridge follows Electron's rules: values are copied, functions and
 * promises are wrapped, an Error keeps its message and loses its fields.
 */
;(options, preload) => {
  const call = globalThis.__electronDoubleCall
  delete globalThis.__electronDoubleCall
  // Preloads run in the main frame only.
  if (window !== window.top) return

  const listeners = new Map()
  const listenersOf = (channel) => listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel)
  Object.defineProperty(globalThis, '__electronDoubleTell', {
    value: (channel, args) => {
      for (const listener of [...listenersOf(channel)]) listener({ sender: ipcRenderer }, ...args)
    }
  })

  const ipcRenderer = {
    on: (channel, listener) => {
      listenersOf(channel).add(listener)
      return ipcRenderer
    },
    off: (channel, listener) => {
      listenersOf(channel).delete(listener)
      return ipcRenderer
    },
    invoke: async (channel, ...args) => {
      const reply = await call(channel, structuredClone(args))
      if ('error' in reply) throw new Error(reply.error)
      return reply.value
    }
  }

  /** A value as the other side of the context bridge sees it. */
  const across = (value) => {
    if (typeof value === 'function') return (...args) => across(value(...args.map(across)))
    if (value instanceof Promise) {
      return value.then(across, (reason) => {
        throw across(reason)
      })
    }
    if (value instanceof Error) return new Error(value.message)
    if (Array.isArray(value)) return value.map(across)
    if (typeof value !== 'object' || value === null) return value
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, across(inner)]))
  }
  const freeze = (value) => {
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(Object.freeze(value))) freeze(inner)
    return value
  }

  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      if (!options.contextIsolation)
        throw new Error('contextBridge API can only be used when contextIsolation is enabled')
      if (name in window) throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, name, { value: freeze(across(api)), enumerable: true })
    }
  }
  const electron = { contextBridge, ipcRenderer, webUtils: { getPathForFile: () => '' } }
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const process = { platform: options.platform, contextIsolated: true, sandboxed: true, type: 'renderer' }
  const module = { exports: {} }
  preload(require, module, module.exports, process)
}
