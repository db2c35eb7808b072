import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { HandOverState } from '../../contracts/hand-over'
import type { RecordingId } from '../../contracts/recording'
import { AppError } from '../../core/errors'
import { createGuessLimit } from '../guess-limit'
import { createOneByOne } from '../one-by-one'
import { onDisk } from '../storage-error'
import { handOverState } from './hand-over-state'
import { createNonces } from './pairing/nonces'
import { openPhones, type Phone } from './pairing/phones'
import { createShownCode } from './pairing/shown-code'
import { createBodyReader } from './server/body'
import { openFirewall } from './server/firewall'
import type { LocalNetwork } from './server/local-network'
import type { Recordings } from './server/phone-context'
import { createPhoneServers, type PhoneServers, type PhoneServersOptions } from './server/phone-servers'
import { createVisits } from './server/visits'
import { createWatch } from './server/watch'
import { createTeller } from './teller'
import { openUploadFiles } from './uploads/upload-files'
import { openUploads, type TakeIn } from './uploads/uploads'

/** How long phones and people are waited for. */
export interface Patience {
  /** A body that stops for this long is given up. */
  stallMs: number
  /**
   * A connection that takes and gives nothing for this long is closed, whatever it waits for; after twice as long where
   * something that was written was still leaving in the first half.
   */
  socketMs: number
  /** Nobody came for this long: the servers close by themselves. */
  idleMs: number
  /** How often addresses, codes and idleness are looked at. */
  lookMs: number
}

export const PATIENCE: Patience = { stallMs: 10_000, socketMs: 30_000, idleMs: 30 * 60 * 1000, lookMs: 5000 }

/** Wrong tokens in ten minutes. Nobody else is shut out for them, and the code stays: 256 bits are not guessed. */
const GUESSES = { withinMs: 10 * 60 * 1000, perAddress: 5 }
/** Bodies that are read at once: what is full for strangers must not be full for paired phones. */
const STRANGERS = { most: 32, mostOfOne: 8 }
const SIGNED = { most: 48, mostOfOne: 48 }

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
  network: LocalNetwork
  patience: Patience
  onChanged: (state: HandOverState) => void
  onRecording: (id: RecordingId) => void
}

/** @throws {AppError} `disk-full`, `storage-unwritable` */
export async function openHandOver(options: HandOverOptions): Promise<HandOver> {
  await onDisk(() => mkdir(options.folder, { recursive: true, mode: 0o700 }))
  const phones = await openPhones(options.folder)
  const uploads = await openUploads({
    files: await openUploadFiles(join(options.folder, 'incoming')),
    takeIn: options.takeIn,
    onStored: ({ stored }) => stored && options.onRecording(stored.recordingId)
  })
  const guesses = createGuessLimit(GUESSES)
  const visits = createVisits(() => teller.soon())
  const desktop = hostname().replace(/\.local$/, '')
  const servers = serversFor(options, {
    phones,
    uploads,
    guesses,
    visits,
    desktop,
    onChanged: () => teller.soon(),
    onActivity(phoneId) {
      watch.active()
      phones.seen(phoneId)
    }
  })
  const shown = createShownCode(servers.codes, guesses)
  const view = () =>
    handOverState({
      servers,
      phones,
      visits,
      shown,
      hasPage: existsSync(join(options.recorder, 'index.html'))
    })
  const teller = createTeller(view, options.onChanged)
  const oneByOne = createOneByOne()
  /** Makes one change at a time, and tells what has become of it. */
  const change = (task: () => Promise<void> | void) =>
    oneByOne('change', async () => {
      await task()
      return teller.now()
    })
  const stop = async () => {
    watch.stop()
    visits.clear()
    await servers.close()
    await phones.flush()
  }
  const watch = createWatch({
    everyMs: options.patience.lookMs,
    idleMs: options.patience.idleMs,
    look: (isIdle) => change(() => (isIdle ? stop() : servers.refresh()))
  })
  const showCode = () => {
    watch.active()
    shown.show()
  }
  const settle = (phoneId: string): Phone => {
    watch.active()
    return shown.settle(phoneId)
  }

  return {
    view,
    open: () =>
      change(async () => {
        await uploads.sweep()
        await servers.open()
        watch.start()
        showCode()
      }),
    stop: () => change(stop),
    newCode: () => change(showCode),
    confirm: (phoneId) => change(() => phones.add(settle(phoneId))),
    refuse: (phoneId) => change(() => void settle(phoneId)),
    rename: (phoneId, name) => change(() => phones.rename(phoneId, name)),
    revoke: (phoneId) => change(() => phones.revoke(phoneId)),
    setTrust: (isOn) => change(() => servers.setTrust(isOn)),
    setPlain: (isOn) =>
      change(async () => {
        await servers.setPlain(isOn)
        if (isOn) servers.plain()?.code.renew()
      }),
    async openFirewall() {
      const port = servers.secure()?.port
      if (port === undefined) throw new AppError('invalid-request', 'no phones are let in')
      return openFirewall(port)
    }
  }
}

type Known = Pick<
  PhoneServersOptions,
  'phones' | 'uploads' | 'guesses' | 'visits' | 'desktop' | 'onChanged' | 'onActivity'
>

function serversFor(
  { folder, recorder, models, recordings, network, patience }: HandOverOptions,
  known: Known
): PhoneServers {
  const { stallMs, socketMs } = patience
  return createPhoneServers({
    ...known,
    folder,
    recorder,
    models,
    recordings,
    network,
    socketMs,
    nonces: createNonces(),
    readStranger: createBodyReader({ ...STRANGERS, stallMs }),
    readSigned: createBodyReader({ ...SIGNED, stallMs })
  })
}
