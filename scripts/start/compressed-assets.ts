// Beside each built file the same in Brotli and gzip, so that the server sends the small one without working for it.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below it the headers weigh more than what is saved. */
const worthIt = 1024
const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

export function compressedAssets(): Plugin {
  return {
    name: 'compressed-assets',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const files = Object.values(bundle).map((file) => ({
        name: file.fileName,
        content: Buffer.from(file.type === 'chunk' ? file.code : file.source),
      }))
      const texts = files.filter(({ name, content }) => /\.(html|js|css|svg)$/.test(name) && content.length > worthIt)
      await Promise.all(
        texts.flatMap(({ name, content }) => [
          inBrotli(content).then((small) => writeFile(path.join(dir ?? '', `${name}.br`), small)),
          inGzip(content, { level: 9 }).then((small) => writeFile(path.join(dir ?? '', `${name}.gz`), small)),
        ]),
      )
    },
  }
}
