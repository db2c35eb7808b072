import { useMemo, useState } from 'react'

/** How many times taller than it fits the waveform is drawn. */
const GAINS = [1, 2, 4, 8, 16]

export interface Gain {
  value: number
  /** Null where it goes no further. */
  taller: (() => void) | null
  flatter: (() => void) | null
}

export function useGain(): Gain {
  const [step, setStep] = useState(0)
  return useMemo(
    () => ({
      value: GAINS[step]!,
      taller: step < GAINS.length - 1 ? () => setStep(step + 1) : null,
      flatter: step > 0 ? () => setStep(step - 1) : null
    }),
    [step]
  )
}
