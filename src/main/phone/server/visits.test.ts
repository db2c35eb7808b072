import { describe, expect, it } from 'vitest'
import { createVisits } from './visits'

const PHONE = '192.0.2.2'

function visited() {
  let nowMs = 0
  let changes = 0
  const visits = createVisits(
    () => changes++,
    () => nowMs
  )
  const wait = (ms: number) => {
    nowMs += ms
  }
  return { visits, wait, changes: () => changes, stage: () => visits.list()[0]?.stage }
}

describe('how far a phone has come', () => {
  it('says that the certificate was refused, until the page is shown all the same', () => {
    const { visits, stage } = visited()
    visits.note(PHONE, 'connected')
    visits.note(PHONE, 'certificate-refused')
    expect(stage()).toBe('certificate-refused')
    visits.note(PHONE, 'page-sent')
    expect(stage()).toBe('page-sent')
  })

  it('makes nothing of another connection that gives up while the page is there', () => {
    const { visits, stage, changes } = visited()
    visits.note(PHONE, 'microphone-blocked', { block: 'denied' })
    visits.note(PHONE, 'certificate-refused')
    visits.note(PHONE, 'connected')
    expect(stage()).toBe('microphone-blocked')
    expect(changes()).toBe(1)
  })

  it('believes it a while later: the certificate may be another one by then', () => {
    const { visits, wait, stage } = visited()
    visits.note(PHONE, 'sent')
    wait(60_000)
    visits.note(PHONE, 'certificate-refused')
    expect(stage()).toBe('certificate-refused')
  })

  it('keeps the newest visitors first, and no more than it can show', () => {
    const { visits } = visited()
    for (let n = 0; n < 40; n++) visits.note(`192.0.2.${n}`, 'page-sent')
    expect(visits.list()).toHaveLength(32)
    expect(visits.list()[0]?.address).toBe('192.0.2.39')
  })
})
