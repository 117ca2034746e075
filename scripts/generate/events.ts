// The journal's vocabulary, as its tables in the domain are written: kind, facts, and the personal detail that can be erased.
import { globSync, readFileSync } from 'node:fs'
import { eventKinds } from '../../src/domain/event.ts'
import { code, note, table } from './markdown.ts'

export function events(): string {
  const files = globSync('src/domain/events/*-events.ts').toSorted()
  const sections = files.map((file) => section(readFileSync(file, 'utf8')))
  const shown = sections.flatMap(({ kinds }) => kinds)
  const missing = eventKinds.filter((kind) => !shown.includes(kind))
  if (missing.length > 0) throw new Error(`docs/generated/events.md would not show ${missing.join(', ')}`)
  return `${note('Events', 'src/domain/events')}\n${shown.length} kinds.\n\n${sections.map(({ text }) => text).join('\n')}`
}

function section(source: string): { readonly kinds: readonly string[]; readonly text: string } {
  const title = /^\/\/ (.+?)[.:]?$/m.exec(source)?.[1] ?? ''
  const rows = [...source.matchAll(/'([a-z_]+\.[a-z_]+)': says(?:<([\s\S]*?)>)?\(\),/g)].map(([, kind = '', types = '']) => {
    const [facts = '', detail = ''] = splitTypes(types)
    return [code(kind), code(facts), code(detail)]
  })
  return {
    kinds: rows.map(([kind = '']) => kind.slice(1, -1)),
    text: `## ${title}\n\n${table(['Kind', 'Facts', 'Erasable detail'], rows)}`,
  }
}

/** At the comma that stands outside of all brackets. */
function splitTypes(types: string): readonly string[] {
  const text = types
    .replace(/\breadonly /g, '')
    .replace(/\s+/g, ' ')
    .trim()
  let depth = 0
  for (const [index, character] of Array.from(text).entries()) {
    if ('<{[('.includes(character)) depth++
    if ('>}])'.includes(character)) depth--
    if (character === ',' && depth === 0) return [text.slice(0, index).trim(), text.slice(index + 1).trim()]
  }
  return [text]
}
