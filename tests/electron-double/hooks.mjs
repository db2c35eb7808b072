/**
 * Lets `import … from 'electron'` of an unchanged build find the double: Node alone would find the npm package, whose
 * main file wants to download the binary. The names are handed over because a module's exports must be known by name.
 */
const URL_OF_DOUBLE = 'electron-double:module'

let source = ''

export function initialize({ names }) {
  const lines = names.map((name) => `export const ${name} = double.${name};`)
  source = `const double = globalThis[Symbol.for('electron-double')]; export default double; ${lines.join(' ')}`
}

export function resolve(specifier, context, next) {
  const isElectron = specifier === 'electron' || specifier === 'electron/main'
  return isElectron ? { url: URL_OF_DOUBLE, shortCircuit: true } : next(specifier, context)
}

export function load(url, context, next) {
  return url === URL_OF_DOUBLE ? { format: 'module', source, shortCircuit: true } : next(url, context)
}
