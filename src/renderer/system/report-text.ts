import type { SystemReport } from '../../contracts/system'
import type { Words } from '../../words/words'

/** The report as plain text, to paste where somebody asks for it. */
export function reportText({ version, checkedAt, checks }: SystemReport, { frame, system }: Words): string {
  const lines = checks.flatMap((check) => {
    const { said, mend } = system.explain(check)
    const line = `${system.name(check.name)}: ${system.status[check.status]}. ${said}`
    return check.status === 'ok' || mend === undefined ? [line] : [line, `  ${system.mend}: ${mend}`]
  })
  return [`${frame.product} ${version}, ${system.checkedAt(checkedAt)}`, ...lines].join('\n')
}
