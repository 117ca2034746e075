// Turns "Read <link>the guide</link>" into text and elements. Only tags of the text itself count, never those in a value.
import { cloneElement, type ReactElement, type ReactNode } from 'react'

export type Elements = Readonly<Record<string, ReactElement<{ children?: ReactNode }>>>

/** A private character in place of "<" in values, until the tags of the text are found. */
const shield = '\uE000'
const tag = /<([a-zA-Z][\w-]*)>(.*?)<\/\1>|<([a-zA-Z][\w-]*)\/>/s

export function shielded<Value extends string | number>(value: Value): Value | string {
  return typeof value === 'string' ? value.replaceAll('<', shield) : value
}

export function withElements(text: string, elements: Elements): ReactNode[] {
  const found = tag.exec(text)
  if (!found) return text === '' ? [] : [text.replaceAll(shield, '<')]
  const [whole, paired, inner, single] = found
  const element = elements[paired ?? single ?? '']
  const inside = inner === undefined ? undefined : withElements(inner, elements)
  return [
    ...withElements(text.slice(0, found.index), elements),
    element ? cloneElement(element, { key: `${found.index} ${text.length}` }, ...(inside ?? [element.props.children])) : inside,
    ...withElements(text.slice(found.index + whole.length), elements),
  ]
}
