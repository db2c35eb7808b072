import type { AudioFormat } from '../../contracts/recording'
import { Choice } from '../controls/Choice'
import { useWords } from '../use-words'

/** Which of the file's channels is analysed; nothing where there is no choice. */
export function ChannelChooser({ format, onChoose }: { format: AudioFormat; onChoose: (index: number) => void }) {
  const { details } = useWords()
  const { channel, channels } = format
  if (!channel) return null
  const options = Array.from({ length: channels }, (_, index) => ({ value: String(index), label: String(index + 1) }))
  return (
    <div className="flex flex-wrap items-center gap-3 px-5 pb-5 print:hidden">
      <span className="text-muted">{details.channelAnalysed}</span>
      <Choice
        label={details.channelAnalysed}
        value={String(channel.index)}
        options={options}
        onChange={(value) => onChoose(Number(value))}
      />
    </div>
  )
}
