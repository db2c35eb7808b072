import { useEffect, useMemo } from 'react'
import { type LoadSamples, SampleCache } from './sample-cache'

/** What has been looked at of one recording's samples. @param sampleCount of the whole recording */
export function useSampleCache(load: LoadSamples, sampleCount: number): SampleCache {
  const cache = useMemo(() => new SampleCache(load, sampleCount), [load, sampleCount])
  useEffect(() => () => cache.close(), [cache])
  return cache
}
