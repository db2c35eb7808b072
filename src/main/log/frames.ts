/** Enough to find the place. */
const MOST_FRAMES = 6

/** `at async Class.method (path/file.js:1:2)`, `at file:///path/file.js:1:2`: the function, and the file without its folders. */
const FRAME = /^\s*at (?:(?:async |new )*([\w.$<>]+)(?: \[as [\w.$]+\])? \()?(?:.*[\\/])?([\w.-]+:\d+:\d+)\)?$/

/**
 * Where in our code an error was thrown: functions, files and lines, and nothing else that the error says, for messages
 * name what people named.
 *
 * @returns empty where the error does not tell
 */
export function framesOf(thrown: unknown): string {
  if (!(thrown instanceof Error) || !thrown.stack) return ''
  const lines = thrown.stack.replace(thrown.message, '').split('\n')
  const frames = lines.flatMap((line) => {
    const [, name, place] = FRAME.exec(line) ?? []
    return place === undefined ? [] : [name === undefined ? place : `${name}@${place}`]
  })
  return frames.slice(0, MOST_FRAMES).join('<')
}
