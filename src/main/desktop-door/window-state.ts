import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { writeWhole } from '../whole-file'

/** Where the window stood, in the screen's own pixels. */
const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean()
})

export type WindowState = z.infer<typeof stateSchema>

export interface Area {
  x: number
  y: number
  width: number
  height: number
}

const DEFAULT_SIZE = { width: 1280, height: 800 } as const
/** The narrowest the page is drawn for. */
export const MINIMUM_SIZE = { width: 360, height: 560 } as const

/** This much of the title bar has to lie on a screen, or nobody can take hold of the window. */
const GRIP = { width: 120, height: 40 } as const

export interface Placement {
  width: number
  height: number
  /** Left out where the system shall choose. */
  position?: { x: number; y: number }
  isMaximized: boolean
}

/**
 * Where to open the window: as it was left, unless the screen it stood on is gone.
 *
 * @param kept null where nothing was kept
 * @param screens work areas of the screens of now
 */
export function placeWindow(kept: WindowState | null, screens: readonly Area[]): Placement {
  if (kept === null) return { ...clampSize(DEFAULT_SIZE, screens), isMaximized: false }
  const size = clampSize(kept, screens)
  const isReachable = screens.some((screen) => overlap({ ...kept, ...size }, screen))
  return { ...size, ...(isReachable && { position: { x: kept.x, y: kept.y } }), isMaximized: kept.isMaximized }
}

function clampSize({ width, height }: { width: number; height: number }, screens: readonly Area[]) {
  const widest = Math.max(...screens.map((screen) => screen.width), MINIMUM_SIZE.width)
  const highest = Math.max(...screens.map((screen) => screen.height), MINIMUM_SIZE.height)
  return {
    width: Math.min(Math.max(width, MINIMUM_SIZE.width), widest),
    height: Math.min(Math.max(height, MINIMUM_SIZE.height), highest)
  }
}

function overlap(window: Area, screen: Area): boolean {
  const width = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const isTitleBarOn = window.y >= screen.y && window.y + GRIP.height <= screen.y + screen.height
  return width >= GRIP.width && isTitleBarOn
}

/** Null where nothing was kept or what was kept is damaged: a window in its usual place is all that is lost. */
export async function readWindowState(file: string): Promise<WindowState | null> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

export function writeWindowState(file: string, state: WindowState): Promise<void> {
  return writeWhole(file, JSON.stringify(state))
}
