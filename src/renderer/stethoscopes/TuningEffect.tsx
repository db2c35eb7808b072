import type { SoundSource, TuningPreview } from '../../contracts/stethoscope'
import { sigmoid } from '../../core/score'
import { useWords } from '../use-words'

interface TuningEffectProps {
  preview: TuningPreview | null
  source: SoundSource
}

/** What a tuning would do, in sentences, before it is kept. */
export function TuningEffect({ preview, source }: TuningEffectProps) {
  const words = useWords()
  const { stethoscope: said } = words
  if (!preview || preview.people.normal + preview.people.abnormal === 0) return <p>{said.form.pick}</p>
  if (preview.people.normal === 0) return <p>{said.form.onlyAbnormal}</p>
  const here = preview.turned.find((one) => one.source === source)
  return (
    <div className="flex flex-col gap-1">
      <p>{`${said.people(preview.people)}: ${said.moves(sigmoid(preview.offset))}.`}</p>
      {here && <p>{said.form.turned(here.turned, here.answers)}</p>}
      {said.isFew(preview.people) && <p>{said.form.few}</p>}
      <p className="text-muted">{said.limits}</p>
    </div>
  )
}
