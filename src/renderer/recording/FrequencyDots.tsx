interface FrequencyDotsProps {
  /** Of 100. */
  abnormal: number
}

const STEP = 8

/** A hundred dots, the share labelled abnormal filled: a natural frequency as a picture. The sentence says the same. */
export function FrequencyDots({ abnormal }: FrequencyDotsProps) {
  return (
    <svg viewBox="0 0 80 80" aria-hidden="true" className="size-20 shrink-0 text-text">
      {Array.from({ length: 100 }, (_, index) => {
        const [x, y] = [STEP * (index % 10) + STEP / 2, STEP * Math.floor(index / 10) + STEP / 2]
        const isFilled = index < abnormal
        return (
          <circle
            // The dots never change places.
            key={`${x} ${y}`}
            cx={x}
            cy={y}
            r={isFilled ? 3 : 2.5}
            fill={isFilled ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeOpacity={isFilled ? 1 : 0.45}
          />
        )
      })}
    </svg>
  )
}
