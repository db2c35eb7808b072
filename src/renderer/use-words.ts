import { createContext, useContext } from 'react'
import type { Words } from '../words/words'

export const WordsContext = createContext<Words | null>(null)

/**
 * The catalogue of the language that the window speaks.
 *
 * @throws {RangeError} outside the window's provider
 */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new RangeError('no words above this component')
  return words
}
