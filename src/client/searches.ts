// Searches: who may, on what, and what? Answers come page by page, as they are read.
import { type Connection, evaluate } from './decisions.ts'
import { type Asking, contextOf, type Json, type Question, type Resource, resourceOf, subjectOf } from './question.ts'

type Where = Pick<Question, 'visit' | 'session' | 'partnership'>
type Paged = Pick<Asking, 'consistency' | 'minPosition'> & {
  /** How many results one request brings: 1 to 1,000, 100 unless said otherwise. */
  readonly pageSize?: number
}

/** Somebody who may, as a member of the owner (`partnership` null) or under a partnership. */
export type Toucher = { readonly person: string; readonly partnership: string | null }
/** A customer that somebody may enter. */
export type EnterableCustomer = { readonly partnership: string; readonly customer: string; readonly partner: string }

/**
 * Every search answers with exactly those for whom, or for which, `check` would say yes. Results are read with `for await`, page by page; each
 * page is as new as `consistency` asks. They throw a ProkuraError like any request, `unavailable` when nothing current is to be had.
 */
export type Searches = {
  /** Everybody who may do this to that, as a member or on behalf of the customer, in the order of their ids. */
  readonly whoMay: (question: { readonly action: string; readonly resource: Resource } & Where, how?: Paged) => AsyncIterable<Toucher>
  /** Ids of the products of a family on which this person may do it. Say where: a visit, a partnership, or neither for their own. */
  readonly productsFor: (
    question: { readonly person: string; readonly action: string; readonly family: string } & Where,
    how?: Paged,
  ) => AsyncIterable<string>
  /** What this person may do to that: rights by their short names (`view`, `manage`), or as written for what is of no family. */
  readonly actionsOn: (question: { readonly person: string; readonly resource: Resource } & Where, how?: Paged) => AsyncIterable<string>
  /** The customers this person may enter, by the customer's name; `search` are beginnings of words, accents and case aside. */
  readonly customersOf: (
    question: { readonly person: string; readonly partner?: string; readonly search?: string },
    how?: Paged,
  ) => AsyncIterable<EnterableCustomer>
}

export function openSearches(connection: Connection): Searches {
  return {
    whoMay: ({ action, resource, ...where }, how = {}) =>
      pages(connection, 'searchSubject', {
        body: { subject: { type: 'person' }, action: { name: action }, resource: resourceOf(resource), context: contextOf(where, how) },
        how,
        read: ({ id, properties }) => ({ person: String(id), partnership: partnershipIn(properties) ?? where.partnership ?? null }),
      }),
    productsFor: ({ person, action, family, ...where }, how = {}) =>
      pages(connection, 'searchResource', {
        body: { subject: subjectOf(person), action: { name: action }, resource: { type: family }, context: contextOf(where, how) },
        how,
        read: ({ id }) => String(id),
      }),
    actionsOn: ({ person, resource, ...where }, how = {}) =>
      pages(connection, 'searchAction', {
        body: { subject: subjectOf(person), resource: resourceOf(resource), context: contextOf(where, how) },
        how,
        read: ({ name }) => String(name),
      }),
    customersOf: ({ person, partner, search }, how = {}) =>
      pages(connection, 'searchResource', {
        body: {
          subject: subjectOf(person),
          action: { name: 'enter' },
          resource: { type: 'partnership', properties: { ...(partner && { partner }), ...(search && { search }) } },
          context: contextOf({}, how),
        },
        how,
        read: ({ id, properties }) => {
          const parties = (properties ?? {}) as Json
          return { partnership: String(id), customer: String(parties['customer']), partner: String(parties['partner']) }
        },
      }),
  }
}

type Search<T> = { readonly body: Json; readonly how: Paged; readonly read: (result: Json) => T }

/** Page after page, each asked for when the one before was read (Authorization API 1.0, section 8.5). */
async function* pages<T>(
  connection: Connection,
  endpoint: 'searchSubject' | 'searchResource' | 'searchAction',
  { body, how, read }: Search<T>,
): AsyncGenerator<T, void> {
  const limit = how.pageSize === undefined ? {} : { limit: how.pageSize }
  for (let token = ''; ; ) {
    const page = token === '' ? limit : { ...limit, token }
    const answer = await evaluate(connection, endpoint, { ...body, page })
    for (const result of (answer['results'] ?? []) as readonly Json[]) yield read(result)
    const next = ((answer['page'] ?? {}) as Json)['next_token']
    if (typeof next !== 'string' || next === '') return
    token = next
  }
}

function partnershipIn(properties: unknown): string | undefined {
  const { partnership } = (properties ?? {}) as { partnership?: string }
  return partnership
}
