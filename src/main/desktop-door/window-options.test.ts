import { describe, expect, it } from 'vitest'
import { windowOptions } from './window-options'

const options = windowOptions(
  { preload: '/p.cjs', icon: '/i.png' },
  { width: 900, height: 700, isMaximized: false },
  true
)

describe('windowOptions', () => {
  it('raises every wall between page and machine', () => {
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false
    })
    expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
  })

  it('waits in the dark until there is something to see', () => {
    expect(options).toMatchObject({ show: false, backgroundColor: '#0e1217' })
  })

  it('leaves the place to the system where none is given', () => {
    expect(options).not.toHaveProperty('x')
  })
})
