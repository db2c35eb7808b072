import { QUESTIONS, type Question } from '../../core/analysis'
import { Choice } from '../controls/Choice'
import { useWords } from '../use-words'

interface QuestionChoiceProps {
  question: Question
  onChange: (question: Question) => void
}

/** Which of the two answers the evidence is of. */
export function QuestionChoice({ question, onChange }: QuestionChoiceProps) {
  const { picture } = useWords()
  const options = QUESTIONS.map((value) => ({ value, label: picture.questions[value] }))
  return <Choice label={picture.question} value={question} options={options} onChange={onChange} />
}
