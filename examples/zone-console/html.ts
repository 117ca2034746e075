// Markup as template strings in which every value is escaped, unless it is markup itself.

export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}
type Value = string | number | Html | readonly Html[] | undefined | null | false

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, at) => part + written(values[at])).join(''))
}

function written(value: Value): string {
  if (value === undefined || value === null || value === false) return ''
  if (value instanceof Html) return value.text
  return typeof value === 'object' ? value.map(({ text }) => text).join('') : escaped(String(value))
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
