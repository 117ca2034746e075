// Pages of a search (Authorization API 1.0, section 8.5): how many, from where on, and the token that leads to the next one. A token holds
// for the very question it was given for, to the console it was given to.
import { type Secrets, sameSecret } from '../platform/secrets.ts'
import { BadRequest } from './evaluate.ts'
import { isObject, isPosition, type Json } from './question.ts'

export const pageMax = 1_000
const pageDefault = 100

export type Page = {
  readonly limit: number
  /** The key of the last result before this page. */
  readonly after: string | undefined
}

/** `question`: everything the search depends on, as text. */
export class Pages {
  readonly #secrets: Pick<Secrets, 'derive'>
  readonly #question: string

  constructor(secrets: Pick<Secrets, 'derive'>, question: string) {
    this.#secrets = secrets
    this.#question = question
  }

  /** The page that a body asks for. */
  read({ page }: Json): Page {
    if (page === undefined) return { limit: pageDefault, after: undefined }
    if (!isObject(page)) throw new BadRequest('page is not an object')
    const { token, limit, properties } = page
    if (properties !== undefined && !isObject(properties)) throw new BadRequest('page.properties is not an object')
    if (limit !== undefined && !isPosition(limit)) throw new BadRequest('page.limit is not a whole number from 0 on')
    if (token !== undefined && typeof token !== 'string') throw new BadRequest('page.token is not a string')
    if (token === undefined || token === '') return { limit: Math.min(limit ?? pageDefault, pageMax), after: undefined }
    const begun = this.#open(token)
    if (limit !== undefined && Math.min(limit, pageMax) !== begun.limit) throw new BadRequest('page.limit is another one than before')
    return begun
  }

  /** Leads on behind this key. */
  token(limit: number, after: string): string {
    const text = Buffer.from(JSON.stringify([limit, after])).toString('base64url')
    return `${text}.${this.#seal(text)}`
  }

  #open(token: string): Page {
    const [text = '', seal = ''] = token.split('.')
    if (token.length > 500 || !sameSecret(seal, this.#seal(text))) throw new BadRequest('page.token is not one of this search')
    const [limit, after] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [number, string]
    return { limit, after }
  }

  #seal(text: string): string {
    return this.#secrets.derive('page of a decision search', JSON.stringify([this.#question, text]))
  }
}

/** One page of results that are sorted by their keys, and the key behind which the next one begins, if there is one. */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  { limit, after }: Page,
): { results: readonly T[]; last: string | undefined } {
  const start = after === undefined ? 0 : all.findIndex((one) => keyOf(one) > after)
  if (start === -1) return { results: [], last: undefined }
  const results = all.slice(start, start + limit)
  const end = results.at(-1)
  if (start + limit >= all.length) return { results, last: undefined }
  return { results, last: end === undefined ? (after ?? '') : keyOf(end) }
}

const depthMax = 64

/** The same text for the same value, whatever the order of its names. */
export function inOrder(value: unknown, depth = 0): string {
  if (depth > depthMax) throw new BadRequest('this is nested too deeply')
  if (Array.isArray(value)) return `[${value.map((one) => inOrder(one, depth + 1)).join()}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  const names = Object.keys(value).toSorted()
  return `{${names.map((name) => `${JSON.stringify(name)}:${inOrder(value[name], depth + 1)}`).join()}}`
}
