import { useCallback, useState } from 'react'
import type { Analysed, Recording, Sample } from '../../contracts/recording'
import { refusalOf } from '../../core/answer'
import type { ModelCard } from '../../core/model-card'
import { BeatCard } from '../cycle/BeatCard'
import { CaptureCard } from '../phone/CaptureCard'
import { SoundCard } from '../sound/SoundCard'
import type { RecordingSound } from '../sound/use-recording-sound'
import { useSoundPlayer } from '../sound/use-sound-player'
import { useSpaceKey } from '../sound/use-space-key'
import type { Purposes } from '../state/use-purposes'
import { useWords } from '../use-words'
import { AgreementStrip } from './AgreementStrip'
import { AnswerCard } from './AnswerCard'
import { ChannelChooser } from './ChannelChooser'
import { Details } from './Details'
import { detailRows } from './detail-rows'
import { Facts } from './Facts'
import { FixedLine } from './FixedLine'
import { Gauge } from './Gauge'
import { InsightCards } from './InsightCards'
import { RecordingHeader } from './RecordingHeader'
import { type Guess, SampleGuess } from './SampleGuess'
import { SampleReveal } from './SampleReveal'

interface AnalysedRecordingProps {
  recording: Recording
  state: Analysed
  sound: RecordingSound
  card: ModelCard | null
  sample: Sample | undefined
  purposes: Purposes
  onAnalyseAgain: () => void
  /** @param index from 0 */
  onChooseChannel: (index: number) => void
}

/** Everything that is known about one recording, the answer first. */
export function AnalysedRecording(props: AnalysedRecordingProps) {
  const { recording, state, sound, card, sample, purposes, onAnalyseAgain, onChooseChannel } = props
  const words = useWords()
  const { analysis } = state
  const { answer, windows, durationS } = analysis
  const player = useSoundPlayer(sound.url, durationS)
  useSpaceKey(player)
  const [guess, setGuess] = useState<Guess | null>(null)
  const hear = useCallback(
    (startS: number, endS: number) => {
      player?.select(startS, endS)
      player?.seek(startS)
    },
    [player]
  )
  const play = useCallback((startS: number, endS: number) => player?.hear(startS, endS), [player])
  const windowS = card ? card.input.windowLength / card.input.sampleRate : durationS
  return (
    <div className="flex flex-col gap-3">
      <RecordingHeader recording={recording} format={state.format} onAnalyseAgain={onAnalyseAgain}>
        {sample && <SampleGuess sample={sample} outcome={answer.outcome} guess={guess} onGuess={setGuess} />}
      </RecordingHeader>
      <div className="grid items-stretch gap-4 lg:grid-cols-[minmax(22rem,6fr)_7fr]">
        <AnswerCard
          analysis={analysis}
          isSynthetic={recording.source.kind === 'simulator'}
          purposes={purposes}
          onAnalyseAgain={onAnalyseAgain}
        />
        <section className="card flex flex-col justify-between gap-3 p-4" aria-label={words.gauge.title}>
          <div>
            <div className="flex flex-wrap justify-between gap-x-4">
              <h3 className="font-medium">{words.answer.certainty(answer)}</h3>
              {refusalOf(answer) === null && (
                <span className="text-muted">{words.gauge.interval(answer.interval)}</span>
              )}
            </div>
            <Gauge answer={answer} />
          </div>
          <AgreementStrip windows={windows} answer={answer} windowS={windowS} durationS={durationS} onChoose={hear} />
          <Facts analysis={analysis} />
        </section>
      </div>
      <FixedLine />
      {player && card && <SoundCard sound={sound} player={player} card={card} analysis={analysis} />}
      {analysis.cycle && sound.pictures.status === 'ready' && (
        <BeatCard cycle={analysis.cycle} pictures={sound.pictures.pictures} durationS={durationS} onHear={play} />
      )}
      <InsightCards analysis={analysis} />
      {sample && guess !== null && <SampleReveal sample={sample} />}
      {recording.source.kind === 'phone' && <CaptureCard source={recording.source} state={state} />}
      <Details groups={detailRows(recording, state, card, words)}>
        <ChannelChooser format={state.format} onChoose={onChooseChannel} />
      </Details>
    </div>
  )
}
