import type { Analysis } from '../../core/analysis'
import type { ModelCard } from '../../core/model-card'
import { useIsPrinting } from '../page/use-is-printing'
import { useStore } from '../state/store'
import { useWords } from '../use-words'
import { Pictures } from './Pictures'
import { PrintedPictures } from './PrintedPictures'
import type { SoundPlayer } from './sound-player'
import type { RecordingSound } from './use-recording-sound'

interface SoundCardProps {
  sound: Pick<RecordingSound, 'pictures' | 'loadSamples' | 'evidence' | 'leaveOut'>
  player: SoundPlayer
  card: Pick<ModelCard, 'input' | 'spectrogram' | 'evidence'>
  analysis: Analysis
}

/** The sound and its pictures, or why they are not there. */
export function SoundCard({ sound, player, card, analysis }: SoundCardProps) {
  const words = useWords()
  const { hasFailed } = useStore(player.state)
  const loaded = sound.pictures
  const isPrinting = useIsPrinting()
  return (
    <section aria-label={words.player.title} className="card p-3 wide:p-4">
      {hasFailed && <p className="mb-3 rounded-control bg-sunken p-3">{words.player.cannotPlay}</p>}
      {loaded.status === 'ready' && (
        <>
          <div className="print:hidden">
            <Pictures pictures={loaded.pictures} card={card} analysis={analysis} player={player} sound={sound} />
          </div>
          {isPrinting && <PrintedPictures pictures={loaded.pictures} card={card} durationS={analysis.durationS} />}
        </>
      )}
      {loaded.status === 'loading' && <p className="py-32 text-center text-muted">{words.frame.loading}</p>}
      {loaded.status === 'failed' && <p className="py-16 text-center text-muted">{words.player.noPicture}</p>}
    </section>
  )
}
