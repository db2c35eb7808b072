import type { Display, Screen } from 'electron'

type KnownDisplay = Pick<Display, 'id' | 'bounds' | 'workArea' | 'scaleFactor'>

const DISPLAY: KnownDisplay = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  scaleFactor: 1
}

/** One ordinary screen. */
export function screenDouble() {
  return { getAllDisplays: () => [DISPLAY] as Display[], getPrimaryDisplay: () => DISPLAY as Display } satisfies Pick<
    Screen,
    'getAllDisplays' | 'getPrimaryDisplay'
  >
}
