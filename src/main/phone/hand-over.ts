import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { HandOverState } from '../../contracts/hand-over'
import type { RecordingId } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { createGuessLimit } from '../guess-limit'
import { createOneByOne } from '../one-by-one'
import { handOverState } from './hand-over-state'
import { createNonces } from './pairing/nonces'
import { openPhones, type Phone } from './pairing/phones'
import { createBodyReader } from './server/body'
import { openFirewall } from './server/firewall'
import type { Recordings } from './server/phone-context'
import { createPhoneServers, type DoorTrial } from './server/phone-servers'
import { createVisits } from './server/visits'
import { openUploadFiles } from './uploads/upload-files'
import { openUploads, type TakeIn } from './uploads/uploads'

/** Nobody came for this long: the servers close by themselves. */
const IDLE_MS = 30 * 60 * 1000
/** How often addresses, codes and idleness are looked at. */
const LOOK_MS = 5000
/** A body that stops for this long is given up. */
const STALL_MS = 10_000
/** Strangers may report stages as fast as they like; the window is told no more often than this. */
const TELL_MS = 100

/** Wrong tokens in ten minutes. */
const GUESSES = { withinMs: 10 * 60 * 1000, perAddress: 5, inAll: 20 }

/** The hand-over to phones: off until it is opened, then two servers at most. */
export interface HandOver {
  view(): HandOverState
  /** Opens, or shows a new code where it is open. */
  open(): Promise<HandOverState>
  stop(): Promise<HandOverState>
  newCode(): Promise<HandOverState>
  /** Both screens show the same words. */
  confirm(phoneId: string): Promise<HandOverState>
  refuse(phoneId: string): Promise<HandOverState>
  rename(phoneId: string, name: string): Promise<HandOverState>
  revoke(phoneId: string): Promise<HandOverState>
  /** The twin without encryption, for phones that cannot get past the certificate. */
  setPlain(isOn: boolean): Promise<HandOverState>
  /** Offers phones an authority of this installation to trust for good, or takes the offer back. */
  setTrust(isOn: boolean): Promise<HandOverState>
  /**
   * Lets phones through Windows' firewall, in private networks only.
   *
   * @returns false where the person, or the system, said no
   */
  openFirewall(): Promise<boolean>
}

export interface HandOverOptions {
  /** Keys, phones and unfinished uploads. */
  folder: string
  recorder: string
  models: string
  takeIn: TakeIn
  recordings: Recordings
  onChanged: (pairing: HandOverState) => void
  onRecording: (id: RecordingId) => void
  /** What tests change besides: short patience. */
  trial?: DoorTrial & { stallMs?: number; idleMs?: number; lookMs?: number }
}

/** @throws {AppError} `storage-unwritable` */
export async function openHandOver(options: HandOverOptions): Promise<HandOver> {
  const { folder, recorder, trial = {} } = options
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    throw new AppError('storage-unwritable', cause.message, { cause, values: { path: folder } })
  })
  const phones = await openPhones(folder)
  const uploads = await openUploads({
    files: await openUploadFiles(join(folder, 'incoming')),
    takeIn: options.takeIn,
    onStored: ({ stored }) => stored && options.onRecording(stored.recordingId)
  })
  const guesses = createGuessLimit(GUESSES)
  const visits = createVisits(() => tellSoon())
  const desktop = hostname().replace(/\.local$/, '')
  const oneByOne = createOneByOne()
  /** One change of the servers at a time. */
  const alone = (task: () => Promise<void> | void) =>
    oneByOne('servers', async () => {
      await task()
      return tell()
    })

  let isGuessed = false
  let shownAt = 0
  let activeAt = 0
  let looking: NodeJS.Timeout | undefined
  let telling: NodeJS.Timeout | undefined
  let told = ''

  const stallMs = trial.stallMs ?? STALL_MS
  const servers = createPhoneServers(
    {
      folder,
      recorder,
      models: options.models,
      recordings: options.recordings,
      phones,
      uploads,
      guesses,
      visits,
      desktop,
      nonces: createNonces(),
      readStranger: createBodyReader({ most: 32, mostOfOne: 8, stallMs }),
      readSigned: createBodyReader({ most: 48, mostOfOne: 48, stallMs }),
      onChanged: () => tellSoon(),
      onActivity(phoneId) {
        activeAt = Date.now()
        phones.seen(phoneId)
      },
      onGuessed() {
        isGuessed = true
        for (const code of servers.codes()) code.withdraw()
        tellSoon()
      }
    },
    trial
  )
  const view = (): HandOverState =>
    handOverState({
      desktop,
      fingerprint: servers.fingerprint(),
      authority: servers.authority()?.fingerprint ?? null,
      addresses: servers.addresses(),
      secure: servers.secure(),
      plain: servers.plain(),
      phones: phones.list(),
      visits: visits.list(),
      openForMs: Date.now() - shownAt,
      isGuessed,
      hasPage: servers.secure() === null || existsSync(join(recorder, 'index.html'))
    })
  const tell = (): HandOverState => {
    const now = view()
    const text = JSON.stringify(now)
    if (text !== told) options.onChanged(now)
    told = text
    return now
  }
  const tellSoon = () => {
    telling ??= setTimeout(() => {
      telling = undefined
      tell()
    }, TELL_MS)
    telling.unref()
  }
  const showCode = () => {
    activeAt = shownAt = Date.now()
    isGuessed = false
    guesses.forgive()
    for (const code of servers.codes()) code.renew()
  }
  const stop = async () => {
    clearInterval(looking)
    visits.clear()
    await servers.close()
    await phones.flush()
  }
  const look = async () => {
    await servers.refresh()
    if (servers.secure() && Date.now() - activeAt > (trial.idleMs ?? IDLE_MS)) await stop()
  }
  const settle = (phoneId: string): Phone => {
    const code = servers.codes().find((one) => one.claim()?.phone.id === phoneId)
    const claim = code?.settle()
    if (!claim) throw new AppError('invalid-request', `${phoneId} does not wait`)
    activeAt = Date.now()
    return claim.phone
  }

  return {
    view,
    open: () =>
      alone(async () => {
        await uploads.sweep()
        await servers.open()
        clearInterval(looking)
        // A look that fails (the disk, for a new certificate) is made again soon.
        looking = setInterval(() => void alone(look).catch(() => {}), trial.lookMs ?? LOOK_MS)
        looking.unref()
        showCode()
      }),
    stop: () => alone(stop),
    newCode: () => alone(showCode),
    confirm: (phoneId) => alone(() => phones.add(settle(phoneId))),
    refuse: (phoneId) => alone(() => void settle(phoneId)),
    rename: (phoneId, name) => alone(() => phones.rename(phoneId, name)),
    revoke: (phoneId) => alone(() => phones.revoke(phoneId)),
    setTrust: (isOn) => alone(() => servers.setTrust(isOn)),
    async openFirewall() {
      const port = servers.secure()?.port
      if (port === undefined) throw new AppError('invalid-request', 'the server is closed')
      return openFirewall(port)
    },
    setPlain: (isOn) =>
      alone(async () => {
        await servers.setPlain(isOn)
        if (isOn) servers.plain()?.code.renew()
      })
  }
}
