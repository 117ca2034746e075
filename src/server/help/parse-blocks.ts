// An article's lines as blocks: headings, paragraphs, numbered steps with details, lists, notes, and lists generated from the catalogues.
import type { Texts } from '../../locales/server-texts.ts'
import type { Block, BlockOf } from './contract.ts'
import { generatedBlock } from './generated-blocks.ts'
import { parseInline, plainText } from './parse-inline.ts'

export function parseBlocks(lines: string, texts: Texts): Block[] {
  const chunks = lines.split(/\n{2,}/).map((chunk) => chunk.trim())
  return chunks.filter((chunk) => chunk !== '').map((chunk) => parseChunk(chunk.split('\n'), texts))
}

function parseChunk(lines: readonly string[], texts: Texts): Block {
  const [first = ''] = lines
  const heading = /^(#{2,3}) (.+) \{#([a-z0-9-]+)\}$/.exec(first)
  if (heading) return headingOf(heading, texts)
  if (first.startsWith('::')) return generatedBlock(first.slice(2), texts)
  if (first.startsWith('> ')) return { kind: 'note', content: parseInline(joined(lines.map((line) => line.replace(/^> ?/, ''))), texts) }
  if (/^\d+\. /.test(first)) return stepsOf(lines, texts)
  if (first.startsWith('- ')) return { kind: 'list', items: itemsOf(lines, /^- /).map(({ text }) => parseInline(text, texts)) }
  return { kind: 'paragraph', content: parseInline(joined(lines), texts) }
}

function headingOf([, marks, text, id]: RegExpExecArray, texts: Texts): BlockOf<'heading'> {
  return { kind: 'heading', level: marks === '##' ? 2 : 3, id: id ?? '', text: plainText(parseInline(text ?? '', texts)) }
}

function stepsOf(lines: readonly string[], texts: Texts): BlockOf<'steps'> {
  const items = itemsOf(lines, /^\d+\. /).map(({ text, details }) => ({
    content: parseInline(text, texts),
    details: details.map((detail) => parseInline(detail, texts)),
  }))
  return { kind: 'steps', items }
}

type Item = { text: string; readonly details: string[] }

/** An item begins with the mark; "   - " begins a detail of it; any other line goes on with what is being said. */
function itemsOf(lines: readonly string[], mark: RegExp): Item[] {
  const items: Item[] = []
  for (const line of lines) {
    const item = items.at(-1)
    const detail = /^\s+- (.+)$/.exec(line)
    if (mark.test(line)) items.push({ text: line.replace(mark, ''), details: [] })
    else if (item === undefined) throw new Error(`A help article has a line outside of its list: ${line}`)
    else if (detail) item.details.push(detail[1] ?? '')
    else if (item.details.length > 0) item.details.push(joined([item.details.pop() ?? '', line]))
    else item.text = joined([item.text, line])
  }
  return items
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(' ')
}
