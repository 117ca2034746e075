// Lets the browser fetch a file beside the page: it is streamed to the disk, and the page stays as it is.
export function startDownload(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.rel = 'noopener'
  document.body.append(link)
  link.click()
  link.remove()
}
