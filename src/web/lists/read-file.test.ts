import { expect, test } from 'vitest'
import { readFileAsText } from './read-file.ts'

test('umlauts arrive, whichever encoding the spreadsheet wrote', async () => {
  const text = 'Zürich;café'
  const windows = Uint8Array.from(text, (char) => char.codePointAt(0) ?? 0)
  const utf16 = new Uint8Array([0xff, 0xfe, ...Array.from(text).flatMap((char) => [char.codePointAt(0) ?? 0, 0])])
  for (const part of [text, windows, utf16]) expect(await readFileAsText(new Blob([part]))).toBe(text)
})
