/**
 * The password that the person who runs the door has set, taken out of the environment: no program that we start, the
 * browser among them, finds it there.
 *
 * @returns undefined where none is set
 */
export function takePassword(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const password = environment['OPS_FUSION_PASSWORD']
  delete environment['OPS_FUSION_PASSWORD']
  return password || undefined
}
