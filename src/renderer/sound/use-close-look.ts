import { useMemo } from 'react'
import type { ModelCard } from '../../core/model-card'
import type { Picture, Pictures } from '../../core/picture'
import { isCloserThan, type TimeView } from '../../drawing/time-view'
import type { LoadSamples } from './sample-cache'
import { type CloseSamples, useCloseSamples } from './use-close-samples'
import { useFineSpectrogram } from './use-fine-spectrogram'
import { type Layer, useLayer } from './use-layer'
import { useSampleCache } from './use-sample-cache'

/** What is drawn from the samples themselves where one looks so closely that the host's pictures would be stairs. */
export interface CloseLook {
  /** Null from afar, and while they are on their way. */
  samples: CloseSamples | null
  /** The best first; the network's own is always the last. */
  spectrograms: readonly Picture<'spectrogram'>[]
  /** Whether the finer spectrogram is what is seen now. */
  isFine: boolean
  /** Whether the host has no samples: it says so where one looks closely. */
  isMissing: boolean
  /** Whether it is preferred; null from afar, and where the samples are not to be had. */
  fine: Layer | null
}

export function useCloseLook(
  { waveform, spectrogram }: Pictures,
  loadSamples: LoadSamples,
  { input, spectrogram: { bandEdgesHz } }: Pick<ModelCard, 'input' | 'spectrogram'>,
  view: TimeView
): CloseLook {
  const { sampleRate } = input
  const cache = useSampleCache(loadSamples, Math.round(view.durationS * sampleRate))
  const isClose = isCloserThan(waveform.hopS, view)
  const samples = useCloseSamples(cache, sampleRate, view, isClose)
  const layer = useLayer(true)
  const fine = useFineSpectrogram(cache, sampleRate, bandEdgesHz, view, isClose && layer.isShown)
  const spectrograms = useMemo(() => [...fine, spectrogram], [fine, spectrogram])
  const isFine = fine.length > 0
  const { isMissing } = cache
  return { samples, spectrograms, isFine, isMissing, fine: isClose && (samples || isFine) ? layer : null }
}
