import { createContext, useContext } from 'react'
import { type Words, wordsFor } from '../../words/words'

export const WordsContext = createContext<Words>(wordsFor('en'))

/** The catalogue of the language that the window speaks. */
export function useWords(): Words {
  return useContext(WordsContext)
}
