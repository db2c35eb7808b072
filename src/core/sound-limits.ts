/** Below this there is nothing but the last bits of a 16-bit converter, whatever seems to repeat in them; dB re full scale. */
export const SILENT_DB = -80

/** Below this a recording is worth a word, not a refusal: the network takes the gain out. */
export const QUIET_DB = -50

/** Above this share of clipped samples a sound is refused: 99.9 % of the training set's good recordings lie below. */
export const CLIPPED_FRACTION = 0.02

/** Height of the envelope's autocorrelation at the beat, 0 to 1, from which on, before there is a network to ask … */
export const BEAT_HEIGHT = {
  /** … a channel may be the one with a heart: only sounds without a heart lie below it. */
  channel: 0.12,
  /** … a take is called good: of 237 clean recordings of the PhysioNet 2016 training set, cut to ten seconds, 95 % lie above; noise lies below. */
  goodTake: 0.22,
  /** … a heart rate is stated. */
  rate: 0.3,
  /** … a beat is shown while it is recorded: five seconds of noise now and then repeat themselves by chance. */
  live: 0.4
} as const
