import { useEffect, useState } from 'react'
import type { RecordingId } from '../../contracts/recording'
import type { AppError } from '../../core/errors'
import type { Pictures } from '../../core/picture'
import { asAppError } from '../api/desktop'
import { loadPictures } from '../api/pictures'

export type LoadedPictures =
  | { status: 'loading' }
  | { status: 'ready'; pictures: Pictures }
  | { status: 'failed'; error: AppError }

/**
 * The pictures of an analysed recording.
 *
 * @param version anything that changes when it was analysed again
 */
export function usePictures(id: RecordingId, version: string): LoadedPictures {
  const [loaded, setLoaded] = useState<LoadedPictures>({ status: 'loading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version has new pictures
  useEffect(() => {
    const leaving = new AbortController()
    setLoaded({ status: 'loading' })
    loadPictures(id, leaving.signal).then(
      (pictures) => !leaving.signal.aborted && setLoaded({ status: 'ready', pictures }),
      (thrown: unknown) => !leaving.signal.aborted && setLoaded({ status: 'failed', error: asAppError(thrown) })
    )
    return () => leaving.abort()
  }, [id, version])
  return loaded
}
