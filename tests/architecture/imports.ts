import { posix } from 'node:path'
import ts from 'typescript'

/** Text of every source file by its path from the root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

export interface Import {
  /** Path of another source file, or `package:name`. */
  to: string
  /** What is imported by name. */
  names: string[]
  /** Gone after compilation. */
  isTypeOnly: boolean
  /** `import()`: loaded only when that line runs. */
  isLazy: boolean
  isReExport: boolean
}

/** Imports of every file, by its path. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>

/** Reads the imports of TypeScript sources with TypeScript's own parser, so that no comment or string can fool it. */
export function readImports(sources: Sources): ImportGraph {
  return new Map(
    [...sources].map(([path, text]) => [
      path,
      writtenIn(path, text).map((one) => ({ ...one, to: resolve(path, one.to, sources) }))
    ])
  )
}

const parsed = new Map<string, Import[]>()

/** The imports as they are written, `to` being the specifier; a text is parsed once. */
function writtenIn(path: string, text: string): Import[] {
  const key = `${path}\n${text}`
  const known = parsed.get(key) ?? parse(path, text)
  parsed.set(key, known)
  return known
}

function parse(path: string, text: string): Import[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind)
  const imports: Import[] = []
  const add = (specifier: ts.Node | undefined, rest: Partial<Omit<Import, 'to'>>) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    const usual = { names: [], isTypeOnly: false, isLazy: false, isReExport: false }
    imports.push({ to: specifier.text, ...usual, ...rest })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, describe(node.importClause))
    else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, { isTypeOnly: node.isTypeOnly, isReExport: true })
    } else if (ts.isCallExpression(node)) {
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword || isRequire) add(node.arguments[0], { isLazy: true })
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, { isTypeOnly: true })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return imports
}

function describe(clause: ts.ImportClause | undefined): Pick<Import, 'names' | 'isTypeOnly'> {
  const bindings = clause?.namedBindings
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  const areTypes = elements.length > 0 && !clause?.name && elements.every(({ isTypeOnly }) => isTypeOnly)
  return {
    names: elements.map(({ name, propertyName }) => (propertyName ?? name).text),
    isTypeOnly: (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || areTypes) ?? false
  }
}

function resolve(from: string, specifier: string, sources: Sources): string {
  if (!specifier.startsWith('.')) {
    const parts = specifier.split('/')
    return `package:${specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]}`
  }
  const path = posix.join(posix.dirname(from), specifier)
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => sources.has(candidate)) ?? path
}

/** Every file and package that is loaded with `entry`, itself included, with the file that asks for it. */
export function reachable(entry: string, graph: ImportGraph, options: { withLazy: boolean }): Map<string, string> {
  const reached = new Map([[entry, entry]])
  const waiting = [entry]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { to, isTypeOnly, isLazy } of graph.get(path) ?? []) {
      if (isTypeOnly || (isLazy && !options.withLazy) || reached.has(to)) continue
      reached.set(to, path)
      waiting.push(to)
    }
  }
  return reached
}
