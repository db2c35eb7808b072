import { useEffect, useState } from 'react'
import { SoundPlayer } from './sound-player'

/** A player for one sound, closed when the component goes. Null until it is made. */
export function useSoundPlayer(url: string, durationS: number): SoundPlayer | null {
  const [player, setPlayer] = useState<SoundPlayer | null>(null)
  useEffect(() => {
    const made = new SoundPlayer(url, durationS)
    setPlayer(made)
    return () => made.close()
  }, [url, durationS])
  return player
}
