/** The mean of channels that are equally long; a single one is given back itself. */
export function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels
  if (channels.length === 1) return first!
  const mono = new Float32Array(first!.length)
  for (let n = 0; n < mono.length; n++) {
    let sum = 0
    for (const samples of channels) sum += samples[n]!
    mono[n] = sum / channels.length
  }
  return mono
}
