// The map of the source: each file by the sentence it opens with.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { note } from './markdown.ts'

export function map(): string {
  const files = globSync('{src,scripts,tests,migrations,bench,proof}/**/*.{ts,tsx,mjs,sql,css}').filter(isOurs).toSorted()
  const rooms = Map.groupBy(files, (file) => path.dirname(file))
  const sections = [...rooms]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([room, inside]) => `## ${room}\n\n${inside.map(line).join('\n')}\n`)
  return `${note('Map', 'the first sentence of each file')}\n${sections.join('\n')}`
}

const isOurs = (file: string) => !file.includes('.test.') && !file.endsWith('.d.ts') && !file.includes('node_modules/')
const line = (file: string) => `- **${path.basename(file)}** ${opening(readFileSync(file, 'utf8'))}`

/** The comment at the head, up to the end of its first sentence. */
function opening(source: string): string {
  const block = /^\/\*+\s*([\s\S]*?)\*\//.exec(source)?.[1] ?? /^(?:(?:\/\/|--) ?.*\n)+/.exec(source)?.[0] ?? ''
  const text = block
    .replace(/^(?:\/\/|--|\s*\*) ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /^.+?[.!?](?= |$)/.exec(text)?.[0] ?? text
}
