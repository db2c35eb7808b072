import { isOurs } from './app-origin'

/** Who asks for a permission, and for what. */
export interface PermissionQuestion {
  permission: string
  /** URL or origin of the asking frame. */
  requester: string
  isMainFrame: boolean
  /** Of a `media` question. */
  media: readonly string[]
}

/** The microphone, for our own page, and nothing else: no camera, location, device, notification, clipboard reading. */
export function isPermitted({ permission, requester, isMainFrame, media }: PermissionQuestion): boolean {
  const isMicrophone = permission === 'media' && media.length > 0 && media.every((kind) => kind === 'audio')
  return isMicrophone && isMainFrame && isOurs(requester)
}
