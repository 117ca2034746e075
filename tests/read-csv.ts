// A reader of CSV by the letter of RFC 4180, for tests of what is written. The last row is what follows the last line break.

export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === separator || (letter === '\r' && text[at + 1] === '\n'))) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (letter === '\r') {
        rows.push([])
        at++
      }
    } else cell += letter
  }
  return rows
}
