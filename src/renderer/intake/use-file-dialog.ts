import { useCallback, useEffect, useRef } from 'react'
import { ACCEPTED_FILES } from '../../contracts/sound-files'

/** Opens the system's own file dialog. */
export function useFileDialog(onFiles: (files: File[]) => void): () => void {
  const latest = useRef(onFiles)
  latest.current = onFiles
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const made = document.createElement('input')
    made.type = 'file'
    made.multiple = true
    made.accept = ACCEPTED_FILES
    made.hidden = true
    made.id = 'choose-file'
    const onChange = () => {
      const files = [...(made.files ?? [])]
      // The same file chosen twice must count twice.
      made.value = ''
      if (files.length > 0) latest.current(files)
    }
    made.addEventListener('change', onChange)
    document.body.append(made)
    input.current = made
    return () => made.remove()
  }, [])
  return useCallback(() => input.current?.click(), [])
}
