import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { type DroppedFiles, filesOfDrop } from '../intake/dropped-files'
import { useWords } from '../use-words'

interface DropTargetProps {
  onFiles: (dropped: DroppedFiles) => void
  children: ReactNode
}

/** The whole window takes files and folders. */
export function DropTarget({ onFiles, children }: DropTargetProps) {
  const words = useWords()
  const [isOver, setOver] = useState(false)
  /** Enter and leave come for every element on the way: they are counted. */
  const depth = useRef(0)
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition to the button that opens the same dialog
    <div
      className="h-full print:h-auto"
      onDragEnter={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        depth.current += 1
        setOver(true)
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault()
      }}
      onDragLeave={(event) => {
        if (!hasFiles(event)) return
        depth.current = Math.max(0, depth.current - 1)
        if (depth.current === 0) setOver(false)
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        void filesOfDrop(event.dataTransfer).then(onFiles)
      }}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-scrim p-6">
          <div className="card border-2 border-accent px-12 py-8 text-center shadow-float">
            <p className="text-lg font-semibold">{words.frame.dropNow}</p>
            <p className="text-muted">{words.frame.dropHint}</p>
          </div>
        </div>
      )}
    </div>
  )
}
