interface ScoreTrackProps {
  /** From normal-like on the left to abnormal-like on the right, CSS pixels. */
  startX: number
  endX: number
  band: { startX: number; endX: number }
  y: number
  height: number
}

/** The scale that a score stands on: its two sides, and between them the band without an answer. */
export function ScoreTrack({ startX, endX, band, y, height }: ScoreTrackProps) {
  return (
    <>
      <rect x={startX} y={y} width={band.startX - startX} height={height} className="fill-normal" opacity={0.32} />
      <rect x={band.endX} y={y} width={endX - band.endX} height={height} className="fill-abnormal" opacity={0.32} />
      <rect
        x={band.startX}
        y={y}
        width={band.endX - band.startX}
        height={height}
        className="fill-unclear-wash stroke-unclear"
        strokeDasharray="4 3"
      />
    </>
  )
}
