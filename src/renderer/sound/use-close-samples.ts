import { useEffect, useMemo } from 'react'
import type { Pcg } from '../../core/pcg'
import { type TimeView, visibleS } from '../../drawing/time-view'
import { useStore } from '../state/store'
import type { SampleCache } from './sample-cache'

/** The samples that are seen, and one more on either side. */
export interface CloseSamples {
  pcg: Pcg
  /** When the first was taken. */
  firstS: number
}

/**
 * The samples of what is seen, asked for with as much again on either side, so that scrolling finds them there.
 *
 * @param isClose false where nothing is asked for
 * @returns null until they have come
 */
export function useCloseSamples(
  cache: SampleCache,
  sampleRate: number,
  view: TimeView,
  isClose: boolean
): CloseSamples | null {
  const arrivals = useStore(cache.arrivals)
  const { fromS, toS } = visibleS(view)
  const first = Math.max(0, Math.floor(fromS * sampleRate) - 1)
  const end = Math.ceil(Math.min(toS, view.durationS) * sampleRate) + 1
  useEffect(() => {
    if (isClose) cache.want(first - (end - first), end + (end - first))
  }, [cache, first, end, isClose])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has arrived may be what was missing
  return useMemo(() => {
    const samples = isClose ? cache.between(first, end) : null
    return samples && { pcg: { samples, sampleRate }, firstS: first / sampleRate }
  }, [cache, arrivals, first, end, isClose, sampleRate])
}
