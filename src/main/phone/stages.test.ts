import { describe, expect, it } from 'vitest'
import { createStages } from './stages'

const PHONE = '192.0.2.2'

function visited() {
  let nowMs = 0
  let changes = 0
  const stages = createStages(
    () => changes++,
    () => nowMs
  )
  const wait = (ms: number) => {
    nowMs += ms
  }
  return { stages, wait, changes: () => changes, stage: () => stages.list()[0]?.stage }
}

describe('how far a phone has come', () => {
  it('says that the certificate was refused, until the page is shown all the same', () => {
    const { stages, stage } = visited()
    stages.note(PHONE, 'connected')
    stages.note(PHONE, 'certificate-refused')
    expect(stage()).toBe('certificate-refused')
    stages.note(PHONE, 'page-sent')
    expect(stage()).toBe('page-sent')
  })

  it('makes nothing of another connection that gives up while the page is there', () => {
    const { stages, stage, changes } = visited()
    stages.note(PHONE, 'microphone-blocked', { block: 'denied' })
    stages.note(PHONE, 'certificate-refused')
    stages.note(PHONE, 'connected')
    expect(stage()).toBe('microphone-blocked')
    expect(changes()).toBe(1)
  })

  it('believes it a while later: the certificate may be another one by then', () => {
    const { stages, wait, stage } = visited()
    stages.note(PHONE, 'sent')
    wait(60_000)
    stages.note(PHONE, 'certificate-refused')
    expect(stage()).toBe('certificate-refused')
  })

  it('keeps the newest visitors first, and no more than it can show', () => {
    const { stages } = visited()
    for (let n = 0; n < 40; n++) stages.note(`192.0.2.${n}`, 'page-sent')
    expect(stages.list()).toHaveLength(32)
    expect(stages.list()[0]?.address).toBe('192.0.2.39')
  })
})
