import { createRoot } from 'react-dom/client'
import { wordsFor } from '../../words/words'
import { shareStyleNonce } from '../page/style-nonce'
import { WordsContext } from '../use-words'
import '../theme.css'
import { Gallery } from './Gallery'

shareStyleNonce()
const theme = new URLSearchParams(window.location.search).get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
createRoot(document.getElementById('window')!).render(
  <WordsContext value={wordsFor('en')}>
    <Gallery />
  </WordsContext>
)
