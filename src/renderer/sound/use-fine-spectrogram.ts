import { useEffect, useMemo, useReducer } from 'react'
import type { BandEdges } from '../../core/model-card'
import type { Picture } from '../../core/picture'
import type { TimeView } from '../../drawing/time-view'
import { useStore } from '../state/store'
import { FineBlocks } from './fine-blocks'
import type { SampleCache } from './sample-cache'

const NONE: readonly Picture<'spectrogram'>[] = []

/**
 * The finer spectrogram of what is seen, as far as it is ready: a block a frame of the screen.
 *
 * @param isWanted false where none is made
 * @returns the best first; none where nothing is ready
 */
export function useFineSpectrogram(
  cache: SampleCache,
  sampleRate: number,
  bands: readonly BandEdges[],
  view: TimeView,
  isWanted: boolean
): readonly Picture<'spectrogram'>[] {
  const blocks = useMemo(() => new FineBlocks(cache, sampleRate, bands), [cache, sampleRate, bands])
  const arrivals = useStore(cache.arrivals)
  const [made, countMade] = useReducer((count: number) => count + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each block, and after each arrival, the next
  useEffect(() => {
    if (!isWanted) return
    const frame = requestAnimationFrame(() => blocks.makeNext(view) && countMade())
    return () => cancelAnimationFrame(frame)
  }, [blocks, view, isWanted, arrivals, made])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a block that was made is ready
  return useMemo(() => (isWanted ? blocks.ready(view) : NONE), [blocks, view, isWanted, made])
}
