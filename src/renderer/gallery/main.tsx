import { createRoot } from 'react-dom/client'
import { shareStyleNonce } from '../app/style-nonce'
import '../theme.css'
import { Gallery } from './Gallery'

shareStyleNonce()
const theme = new URLSearchParams(window.location.search).get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
createRoot(document.getElementById('window')!).render(<Gallery />)
