/** One thing that `doctor` and the System check page look at. */
export const CHECKS = [
  'runtime',
  'model',
  'golden-inference',
  'decoders',
  'storage',
  'library',
  'disk-space',
  'network',
  'port'
] as const

type CheckName = (typeof CHECKS)[number]

export interface Check {
  name: CheckName
  status: 'ok' | 'warning' | 'failed'
  /** What was measured, by name; `src/words` has the sentence and the mend. */
  values: Readonly<Record<string, string | number | string[]>>
  /** Which of the check's sentences applies: `ok`, or a named fault. */
  finding: string
}

export interface SystemReport {
  checkedAt: string
  version: string
  isInOrder: boolean
  checks: Check[]
}
