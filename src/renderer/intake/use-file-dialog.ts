import { useCallback, useEffect, useRef } from 'react'

/** What people keep heart sounds in; the content decides, so this only sorts the dialog. */
const ACCEPT = 'audio/*,video/mp4,video/quicktime,video/webm,.wav,.flac,.mp3,.m4a,.mp4,.mov,.ogg,.oga,.opus,.webm,.aac'

/** Opens the system's own file dialog. */
export function useFileDialog(onFiles: (files: File[]) => void): () => void {
  const latest = useRef(onFiles)
  latest.current = onFiles
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const made = document.createElement('input')
    made.type = 'file'
    made.multiple = true
    made.accept = ACCEPT
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
