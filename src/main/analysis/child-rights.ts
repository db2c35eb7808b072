/**
 * What a process that handles strangers' bytes gets of ours: enough to start, to find the system's libraries and a place
 * for what is passing. No password, no token, no home, and nothing that has Node load code (`NODE_OPTIONS`).
 */
const NEEDED = [
  ...['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'TMPDIR'],
  // Windows starts nothing without its root, and has no other way to name a place for what is passing.
  ...['SystemRoot', 'windir', 'TEMP', 'TMP']
]

/** @param ours where Windows is, it answers to names in any case */
export function minimalEnvironment(ours: NodeJS.ProcessEnv = process.env): Record<string, string> {
  return Object.fromEntries(
    NEEDED.flatMap((name): [string, string][] => (ours[name] === undefined ? [] : [[name, ours[name]]]))
  )
}

/**
 * Node's own locks, where it has them (not in 20): the process may read files and load its native modules; it may not
 * write, start programs or threads. Native code is not bound by them.
 *
 * @see https://nodejs.org/api/permissions.html
 */
export function lockFlags(known: ReadonlySet<string> = process.allowedNodeEnvironmentFlags): string[] {
  if (!known.has('--permission')) return []
  // That native modules could do more is meant; the warning would stand in what we tell of a process that died.
  return ['--permission', '--allow-fs-read=*', '--allow-addons', '--disable-warning=SecurityWarning']
}
