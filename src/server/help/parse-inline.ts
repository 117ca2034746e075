// One line of an article as parts: **strong**, `code`, [link](/path) and a key in double braces, which stands for the exact words on screen.
import type { Texts } from '../../locales/server-texts.ts'
import type { Inline } from './contract.ts'

const part = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\{\{([^}]+)\}\}/g

export function parseInline(line: string, texts: Texts): Inline[] {
  const found: Inline[] = []
  let read = 0
  for (const match of line.matchAll(part)) {
    if (match.index > read) found.push({ kind: 'text', text: line.slice(read, match.index) })
    found.push(partOf(match, texts))
    read = match.index + match[0].length
  }
  if (read < line.length) found.push({ kind: 'text', text: line.slice(read) })
  return found
}

/** The words alone, for titles and for searching. */
export function plainText(parts: readonly Inline[]): string {
  return parts.map(({ text }) => text).join('')
}

function partOf([, strong, code, label, href, key]: RegExpExecArray, texts: Texts): Inline {
  if (strong !== undefined) return { kind: 'strong', text: strong }
  if (code !== undefined) return { kind: 'code', text: code }
  if (key !== undefined) return { kind: 'screen', text: onScreen(key, texts) }
  const text = plainText(parseInline(label ?? '', texts))
  return { kind: 'link', text, href: ownAddress(href ?? '') }
}

/** `common.save`, or with values: `common.grant_rights granted=5 requested=8`. */
function onScreen(key: string, { t }: Texts): string {
  const [id = '', ...values] = key.trim().split(' ')
  return t(id, Object.fromEntries(values.map((value) => value.split('=')).map(([name, value]) => [name ?? '', asValue(value ?? '')])))
}

const asValue = (value: string) => (/^\d+$/.test(value) ? Number(value) : value)

function ownAddress(href: string): string {
  if (!/^(?:\/(?!\/)|#)[\w\-/#?=&.]*$/.test(href)) throw new Error(`A help article links to ${href}, which is not a page of this site`)
  return href
}
