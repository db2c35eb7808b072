/** The four headings under an answer, and what each says when nothing else does. */
export const insights = {
  title: 'Insights',
  measured: 'What was measured',
  meaning: 'What it can mean',
  todo: 'What to do',
  limits: 'Limits',
  nothingMeasured: 'Nothing could be measured.'
}
