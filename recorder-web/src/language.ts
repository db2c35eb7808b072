import { wordsFor } from '../../src/words/words'

/** The one language there is so far; where there are more, the phone's own is chosen here. */
export const words = wordsFor('en')

/** The sentences of this page. */
export const say = words.recorder
