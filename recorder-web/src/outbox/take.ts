import type { UploadRequest } from '../../../src/contracts/phone-api'
import type { TakeVerdict } from '../../../src/core/take-verdict'

/** A recording, or a picked file, as it is kept on this phone. */
export interface Take {
  /** UUID; the upload's id too, so that sending twice is sending once. */
  id: string
  /** Not a Blob: WebKit has lost the bytes of stored Blobs. */
  bytes: ArrayBuffer
  request: UploadRequest
  /** False while the person has not yet said "send". */
  isQueued: boolean
  /** Null for a file that this page did not listen to. */
  verdict: TakeVerdict | null
  /** Takes of one series: when the best has arrived the others go. */
  series: string
  keptAt: string
}
