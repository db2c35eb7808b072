import type { Session } from 'electron'

type Handler<Name extends 'setPermissionRequestHandler' | 'setPermissionCheckHandler'> = Parameters<Session[Name]>[0]

/** Keeps the permission handlers, for the windows to ask and for tests to question. */
export class SessionDouble
  implements
    Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
    >
{
  requestHandler: Handler<'setPermissionRequestHandler'> = null
  checkHandler: Handler<'setPermissionCheckHandler'> = null
  deviceHandler: Parameters<Session['setDevicePermissionHandler']>[0] = null
  displayHandler: Parameters<Session['setDisplayMediaRequestHandler']>[0] = null

  setPermissionRequestHandler: Session['setPermissionRequestHandler'] = (handler) => {
    this.requestHandler = handler
  }
  setPermissionCheckHandler: Session['setPermissionCheckHandler'] = (handler) => {
    this.checkHandler = handler
  }
  setDevicePermissionHandler: Session['setDevicePermissionHandler'] = (handler) => {
    this.deviceHandler = handler
  }
  setDisplayMediaRequestHandler: Session['setDisplayMediaRequestHandler'] = (handler) => {
    this.displayHandler = handler
  }
}
