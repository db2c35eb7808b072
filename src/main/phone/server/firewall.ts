import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { AppError } from '../../../core/errors'

const run = promisify(execFile)
/** The system's own question may stay on the screen for a while. */
const PATIENCE_MS = 180_000

export interface Command {
  file: string
  args: string[]
}

/**
 * What lets phones in on Windows: one port, from devices of the same network, and only where the person has called the
 * network private. Windows itself asks once more, for only an administrator may do this.
 *
 * @throws {RangeError} for what is no port
 * @source learn.microsoft.com: netsh advfirewall firewall add rule; Start-Process -Verb RunAs
 */
export function firewallCommand(port: number): Command {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new RangeError(`port ${port}`)
  const rule = [
    'advfirewall firewall add rule name="OPS Fusion (phones)"',
    'dir=in action=allow protocol=TCP profile=private remoteip=localsubnet',
    `localport=${port}`
  ].join(' ')
  const start = `Start-Process -FilePath netsh.exe -ArgumentList '${rule}' -Verb RunAs -WindowStyle Hidden -Wait -PassThru`
  return { file: 'powershell.exe', args: ['-NoProfile', '-NonInteractive', '-Command', `exit (${start}).ExitCode`] }
}

/**
 * Adds the rule.
 *
 * @returns false where the person, or the system, said no
 * @throws {AppError} `not-allowed` anywhere but on Windows
 */
export async function openFirewall(port: number, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'win32') throw new AppError('not-allowed', `no such firewall on ${platform}`)
  const { file, args } = firewallCommand(port)
  return run(file, args, { timeout: PATIENCE_MS, windowsHide: true }).then(
    () => true,
    () => false
  )
}
