// Several files as one ZIP archive, written while they are read.
import { Zip, ZipDeflate } from 'fflate'

export type Entry = { readonly name: string; readonly content: AsyncIterable<string> }

export async function* writeZip(entries: readonly Entry[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((failure, chunk) => {
    if (failure) throw failure
    ready.push(chunk)
  })
  const encoder = new TextEncoder()
  for (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    for await (const text of content) {
      file.push(encoder.encode(text))
      yield* ready
      ready = []
    }
    file.push(new Uint8Array(0), true)
  }
  zip.end()
  yield* ready
}
