import { phoneWordsFor } from '../../src/words/for-phone'

/** The one language there is so far; where there are more, the phone's own is chosen here. */
export const words = phoneWordsFor('en')

/** The sentences of this page. */
export const say = words.recorder
