/*
 * Runs on the browser's audio thread: hands every sample on, in pieces large enough not to flood the page.
 */
declare const currentFrame: number
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

const PIECE_LENGTH = 2048

registerProcessor(
  'capture',
  class extends AudioWorkletProcessor {
    private piece = new Float32Array(PIECE_LENGTH)
    private filled = 0

    /** @returns true: the node lives until it is disconnected */
    process(inputs: Float32Array[][]): boolean {
      const channel = inputs[0]?.[0]
      // Without a channel nothing is connected; a muted one gives zeros instead.
      if (!channel) return true
      for (let at = 0; at < channel.length; ) {
        const part = channel.subarray(at, at + PIECE_LENGTH - this.filled)
        this.piece.set(part, this.filled)
        this.filled += part.length
        at += part.length
        if (this.filled < PIECE_LENGTH) continue
        this.port.postMessage({ samples: this.piece, endFrame: currentFrame + at }, [this.piece.buffer])
        this.piece = new Float32Array(PIECE_LENGTH)
        this.filled = 0
      }
      return true
    }
  }
)
