import type { ReactNode } from 'react'
import type { About, Settings } from '../../contracts/desktop-api'
import { AccuracyLink } from '../accuracy/AccuracyLink'
import { Choice } from '../controls/Choice'
import { OtherPurposes } from '../library/OtherPurposes'
import type { Purposes } from '../state/use-purposes'
import { useWords } from '../use-words'
import { OperatingPoints } from './OperatingPoints'

interface SettingsViewProps {
  settings: Settings
  about: About
  purposes: Purposes
  /** What stands under *Your stethoscope*. */
  stethoscopes: ReactNode
  /** What stands under *If you ask for help*. */
  help: ReactNode
  onChange: (change: Partial<Settings>) => void
}

const THEMES = ['system', 'light', 'dark'] as const

/** Theme, purpose of the answer, stethoscopes, what a helper may want, and what this program is. */
export function SettingsView({ settings, about, purposes, stethoscopes, help, onChange }: SettingsViewProps) {
  const words = useWords()
  const { model } = about
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4">
      <h1 className="text-lg font-semibold">{words.settings.title}</h1>
      <Section title={words.settings.appearance}>
        <Choice
          label={words.frame.theme.label}
          value={settings.theme}
          options={THEMES.map((value) => ({ value, label: words.frame.theme[value] }))}
          onChange={(theme) => onChange({ theme })}
        />
      </Section>
      <Section title={words.settings.purpose} hint={words.settings.purposeHint}>
        {model ? (
          <>
            <OperatingPoints
              points={model.operatingPoints}
              value={settings.operatingPoint}
              onChange={(operatingPoint) => onChange({ operatingPoint })}
            />
            <div className="mt-3 empty:hidden">
              <OtherPurposes {...purposes} />
            </div>
            <p className="mt-3 text-muted">
              {words.model.intervalNote}{' '}
              {[...new Set(model.operatingPoints.map(({ about }) => words.model.measuredOn(about)))].join(' ')}
            </p>
            <p className="mt-2">
              <AccuracyLink />
            </p>
          </>
        ) : (
          <p>{words.model.missing}</p>
        )}
      </Section>
      <Section title={words.stethoscope.title} hint={words.stethoscope.hint}>
        {stethoscopes}
      </Section>
      <Section title={words.bundle.title} hint={words.bundle.hint}>
        {help}
      </Section>
      <Section title={words.settings.about}>
        <p>{words.settings.purposeLine}</p>
        <p className="mt-2">{words.settings.privacy}</p>
        <p className="mt-2 text-muted">
          {words.frame.product} · {words.settings.version} {about.version}
        </p>
      </Section>
    </div>
  )
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="card p-5">
      <h2 className="text-base font-semibold">{title}</h2>
      {hint !== undefined && <p className="text-muted">{hint}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}
