import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Pairing } from '../../contracts/pairing'
import type { RecordingId } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { advertise } from './advertise'
import { certificateFor } from './certificate'
import { type DoorNeeds, openDoor, type PhoneDoor } from './door'
import { createGuessLimit } from './guesses'
import { addressesOf, type Interfaces } from './network'
import { createNonces } from './nonces'
import { pairingView } from './pairing-view'
import type { Recordings } from './phone-room'
import { openPhones } from './phones'
import { createStages } from './stages'
import { createTurns } from './turn'
import { openUploadFiles } from './upload-files'
import { openUploads, type TakeIn } from './uploads'

/** Nobody came for this long: the doors close by themselves. */
const IDLE_MS = 30 * 60 * 1000
/** How often addresses, codes and idleness are looked at. */
const LOOK_MS = 5000
const STALL_MS = 10_000

/** The hand-over to phones: off until it is opened, then two doors at most. */
export interface HandOver {
  view(): Pairing
  /** Opens, or shows a new code where it is open. */
  open(): Promise<Pairing>
  stop(): Promise<Pairing>
  newCode(): Promise<Pairing>
  /** Both screens show the same words. */
  confirm(phoneId: string): Promise<Pairing>
  refuse(phoneId: string): Promise<Pairing>
  rename(phoneId: string, name: string): Promise<Pairing>
  revoke(phoneId: string): Promise<Pairing>
  /** The twin without encryption, for phones that cannot get past the certificate. */
  setPlain(isOn: boolean): Promise<Pairing>
}

export interface HandOverOptions {
  /** Keys, phones and unfinished uploads. */
  folder: string
  recorder: string
  models: string
  takeIn: TakeIn
  recordings: Recordings
  onChanged: (pairing: Pairing) => void
  onRecording: (id: RecordingId) => void
  /** What tests change: loopback only, any port, nothing on the network, short patience. */
  trial?: {
    interfaces?: () => Interfaces
    listenOn?: string
    port?: number
    advertise?: typeof advertise
    stallMs?: number
    idleMs?: number
    lookMs?: number
  }
}

/** @throws whatever the disk says when the folder cannot be made or read */
export async function openHandOver(options: HandOverOptions): Promise<HandOver> {
  const { folder, recordings, trial = {} } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const phones = await openPhones(folder)
  const files = await openUploadFiles(join(folder, 'incoming'))
  const uploads = await openUploads({
    files,
    takeIn: options.takeIn,
    onStored: ({ stored }) => stored && options.onRecording(stored.recordingId)
  })
  const guesses = createGuessLimit()
  const stages = createStages(() => tell())
  const desktop = hostname().replace(/\.local$/, '')
  const inTurn = createTurns()

  let addresses = addressesOf(trial.interfaces?.())
  let secure: PhoneDoor | null = null
  let plain: PhoneDoor | null = null
  let fingerprint: string | null = null
  let isGuessed = false
  let shownAt = 0
  let activeAt = 0
  let looking: NodeJS.Timeout | undefined
  let silence = () => {}
  let told = ''

  const view = (): Pairing =>
    pairingView({
      desktop,
      fingerprint,
      addresses,
      secure,
      plain,
      phones: phones.list(),
      arrivals: stages.list(),
      openForMs: Date.now() - shownAt,
      isGuessed,
      hasPage: secure === null || existsSync(join(options.recorder, 'index.html'))
    })
  const tell = (): Pairing => {
    const now = view()
    const text = JSON.stringify(now)
    if (text !== told) options.onChanged(now)
    told = text
    return now
  }
  const active = () => {
    activeAt = Date.now()
  }
  const withdraw = () => {
    isGuessed = true
    secure?.code.withdraw()
    plain?.code.withdraw()
    tell()
  }
  const needs: DoorNeeds = {
    folder,
    recorder: options.recorder,
    models: options.models,
    phones,
    uploads,
    recordings,
    guesses,
    stages,
    desktop,
    nonces: createNonces(),
    stallMs: trial.stallMs ?? STALL_MS,
    hosts: () => addresses.map(({ host }) => host),
    port: trial.port,
    listenOn: trial.listenOn ?? '0.0.0.0',
    onChanged: () => void tell(),
    onActivity(phoneId) {
      active()
      phones.seen(phoneId)
    },
    onGuessed: withdraw
  }
  const show = () => {
    active()
    shownAt = Date.now()
    isGuessed = false
    guesses.forgive()
    secure?.code.renew()
    plain?.code.renew()
    return tell()
  }
  const stop = async () => {
    clearInterval(looking)
    silence()
    silence = () => {}
    const doors = [secure, plain]
    secure = plain = null
    fingerprint = null
    stages.clear()
    await Promise.all(doors.map((door) => door?.close()))
    await phones.flush()
    return tell()
  }
  const renewCertificate = async () => {
    const certificate = await certificateFor(folder, needs.hosts())
    fingerprint = certificate.fingerprint
    return certificate
  }
  const look = async () => {
    const found = addressesOf(trial.interfaces?.())
    if (JSON.stringify(found) !== JSON.stringify(addresses)) {
      addresses = found
      if (secure) secure.setCertificate(await renewCertificate())
    }
    if (secure && Date.now() - activeAt > (trial.idleMs ?? IDLE_MS)) return stop()
    return tell()
  }
  const open = async () => {
    if (!secure) {
      addresses = addressesOf(trial.interfaces?.())
      secure = await openDoor(await renewCertificate(), needs)
      silence = (trial.advertise ?? advertise)({ name: desktop, port: secure.port })
      looking = setInterval(() => void alone(look).catch(() => {}), trial.lookMs ?? LOOK_MS)
      looking.unref()
    }
    return show()
  }
  /** One change of the doors at a time. */
  const alone = <Value>(task: () => Promise<Value>) => inTurn('doors', task)
  const waitingAt = (phoneId: string) => {
    const door = [secure, plain].find((one) => one?.code.claim()?.phone.id === phoneId)
    const claim = door?.code.settle()
    if (!claim) throw new AppError('invalid-request', `${phoneId} does not wait`)
    active()
    return claim.phone
  }

  return {
    view,
    open: () => alone(open),
    stop: () => alone(stop),
    newCode: () => alone(async () => show()),
    confirm: (phoneId) =>
      alone(async () => {
        await phones.add(waitingAt(phoneId))
        return tell()
      }),
    refuse: (phoneId) =>
      alone(async () => {
        waitingAt(phoneId)
        return tell()
      }),
    async rename(phoneId, name) {
      await phones.rename(phoneId, name)
      return tell()
    },
    async revoke(phoneId) {
      await phones.revoke(phoneId)
      return tell()
    },
    setPlain: (isOn) =>
      alone(async () => {
        if (isOn && secure && !plain) {
          plain = await openDoor(null, needs)
          plain.code.renew()
        }
        if (!isOn) {
          const closing = plain
          plain = null
          await closing?.close()
        }
        return tell()
      })
  }
}
