import { describe, expect, it } from 'vitest'
import { wordsFor } from './words'

const { frame, phone, recorder } = wordsFor('en')

describe('the words of the phone page', () => {
  it('name what is to be chosen on the computer as the computer does', () => {
    expect(recorder.pair.steps[0]).toContain(`“${frame.views.phone}”`)
    expect(recorder.pair.steps[0]).toContain(`“${phone.open}”`)
    expect(recorder.unreachable.causes.join(' ')).toContain(`“${phone.title}”`)
    // What the button opens bears its name.
    expect(phone.open).toBe(phone.title)
  })
})
