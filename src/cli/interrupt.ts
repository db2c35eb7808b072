/** Ends the work at hand when the person presses Ctrl+C, or nobody reads on. A second Ctrl+C ends the program at once. */
export function onInterrupt(): AbortController {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller
}
