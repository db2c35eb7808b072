/**
 * Opens the system's file dialog for one text file.
 *
 * @param onText with its beginning, at most `most` bytes: the file may be anything
 */
export function openText(accept: string, most: number, onText: (text: string) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.hidden = true
  input.addEventListener('change', async () => {
    const [file] = input.files ?? []
    input.remove()
    if (file) onText(await file.slice(0, most).text())
  })
  input.addEventListener('cancel', () => input.remove())
  document.body.append(input)
  input.click()
}
