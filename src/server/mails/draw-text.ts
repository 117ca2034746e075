// A mail as plain text: the same parts in the same order, 72 columns, addresses on lines of their own.
import type { Block, Fact, Group, Link, MailDocument } from './mail-document.ts'

const width = 72

/** "Label: value", as the reader's language sets its colon. */
export type Labelled = (label: string, value: string) => string

export function drawText({ subject, blocks, why }: MailDocument, choices: Link, labelled: Labelled): string {
  const foot = ['-- ', wrapped(why), labelled(choices.label, `\n${choices.url}`), 'Prokura']
  const parts = [underlined(subject, '='), ...blocks.map((block) => drawBlock(block, labelled)), foot.join('\n')]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function drawBlock(block: Block, labelled: Labelled): string {
  switch (block.kind) {
    case 'paragraph':
      return wrapped(block.text)
    case 'notice':
      return wrapped(block.text, '! ', '  ')
    case 'heading':
      return underlined(block.text, '-')
    case 'facts':
      return drawFacts(block.facts, labelled)
    case 'groups':
      return block.groups.map((group) => drawGroup(group, labelled)).join('\n\n')
    case 'code':
      return `    ${block.code}`
    case 'button':
      return labelled(block.label, `\n${block.url}`)
    case 'quiet':
      return [wrapped(block.text), ...(block.link ? [labelled(block.link.label, `\n${block.link.url}`)] : [])].join('\n')
  }
}

function drawFacts(facts: readonly Fact[], labelled: Labelled): string {
  return facts.map(({ label, value }) => wrapped(labelled(label, value), '', '  ')).join('\n')
}

function drawGroup({ title, items, link }: Group, labelled: Labelled): string {
  const lines = items.map(({ text, mark, url }) => {
    const line = wrapped(mark === undefined ? text : `${text} [${mark}]`, '- ', '  ')
    return url === undefined ? line : `${line}\n  ${url}`
  })
  const below = link === undefined ? [] : [labelled(link.label, `\n${link.url}`)]
  return [...(title === '' ? [] : [title]), ...lines, ...below].join('\n')
}

function underlined(text: string, line: string): string {
  const title = wrapped(text)
  const longest = Math.max(...title.split('\n').map((row) => row.length))
  return `${title}\n${line.repeat(longest)}`
}

function wrapped(text: string, first = '', rest = ''): string {
  const lines: string[] = []
  let line = first
  for (const word of text.replaceAll('\u2011', '-').split(' ')) {
    const begins = line === first || line === rest
    if (!begins && line.length + word.length + 1 > width) {
      lines.push(line)
      line = `${rest}${word}`
    } else {
      line = begins ? `${line}${word}` : `${line} ${word}`
    }
  }
  return [...lines, line].join('\n')
}
