import type { HealthReport } from '../../contracts/health'
import type { Words } from '../../words/words'

/** The report as plain text, to paste where somebody asks for it. */
export function reportText({ version, checkedAt, checks }: HealthReport, { frame, health }: Words): string {
  const lines = checks.flatMap((check) => {
    const { said, mend } = health.explain(check)
    const line = `${health.name(check.name)}: ${health.status[check.status]}. ${said}`
    return check.status === 'ok' || mend === undefined ? [line] : [line, `  ${health.mend}: ${mend}`]
  })
  return [`${frame.product} ${version}, ${health.checkedAt(checkedAt)}`, ...lines].join('\n')
}
