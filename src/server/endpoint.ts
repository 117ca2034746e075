// One line of the table in app.ts: method, path, contract, who may, use case.
import type { z } from 'zod'
import type { Role } from '../domain/organisation.ts'
import type { Refusal, RefusalCode } from '../domain/refusal.ts'
import type { Family, RightId } from '../domain/rights/catalogue.ts'
import type { House } from './house.ts'
import type { Follower } from './journal/follow.ts'
import type { Transaction } from './platform/transact.ts'
import type { OpenWork, OperatorWork, OwnWork, PersonalWork, TenantWork, Work } from './work.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Shapes on the way in and out. Objects are strict: unknown fields are refused. */
export type Contract = {
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer: z.ZodType
  /** 200 unless said otherwise. */
  readonly status?: 202
  /** Asked with a body and changing nothing, as a preview: what it writes is taken back, and it needs no idempotency key. */
  readonly changesNothing?: boolean
  /** What the endpoint does, in one sentence, for the API's description. */
  readonly summary?: string
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined
/** What a use case is given: parsed once, trusted from there on. */
export type Input<C extends Contract> = {
  readonly params: Out<C['params']>
  readonly query: Out<C['query']>
  readonly body: Out<C['body']>
}
export type Answer<C extends Contract> = z.input<C['answer']>

export type Access =
  /** Nobody needs to be signed in. */
  | { readonly kind: 'open' }
  /** Signing in and one's own credentials: runs as prokura_sign_in, the only role that reads them. */
  | { readonly kind: 'sign-in'; readonly signedIn: boolean; readonly fresh: boolean }
  /** Any signed-in person, for themselves. */
  | { readonly kind: 'personal'; readonly fresh: boolean }
  /** A member of the organisation in the path, in one of these roles. */
  | { readonly kind: 'member'; readonly roles: readonly Role[]; readonly fresh: boolean }
  /** Somebody of the partner, on behalf of the customer, within a visit (`enter` needs none). */
  | { readonly kind: 'acting'; readonly right: RightId | 'enter' | 'inside'; readonly fresh: boolean; readonly reads: string | undefined }
  /** A person who works for the provider, with a second factor: runs as prokura_operator. */
  | { readonly kind: 'operator'; readonly fresh: boolean }
  /** The provider's own systems, by key. */
  | { readonly kind: 'provider' }

const everyRole: readonly Role[] = ['legal_representative', 'administrator', 'collaborator']
type Fresh = { readonly fresh?: boolean }

/** Who may: the words of the table. `fresh` asks for an authentication of the last 15 minutes. */
export const who = {
  anybody: { kind: 'open' } as const,
  signingIn: { kind: 'sign-in', signedIn: false, fresh: false } as const,
  oneself: ({ fresh = false }: Fresh = {}) => ({ kind: 'sign-in', signedIn: true, fresh }) as const,
  signedIn: ({ fresh = false }: Fresh = {}) => ({ kind: 'personal', fresh }) as const,
  anyMember: { kind: 'member', roles: everyRole, fresh: false } as const,
  managing: ({ fresh = false }: Fresh = {}) => ({ kind: 'member', roles: ['legal_representative', 'administrator'], fresh }) as const,
  representing: ({ fresh = false }: Fresh = {}) => ({ kind: 'member', roles: ['legal_representative'], fresh }) as const,
  operator: ({ fresh = false }: Fresh = {}) => ({ kind: 'operator', fresh }) as const,
  provider: { kind: 'provider' } as const,
  /** Before the visit: to enter it. */
  entering: { kind: 'acting', right: 'enter', fresh: false, reads: undefined } as const,
  /** In the visit, whatever the rights. `reads` names what is shown, for the journal. */
  inside: ({ reads }: { readonly reads?: string } = {}) => ({ kind: 'acting', right: 'inside', fresh: false, reads }) as const,
  /** In the visit with this right; on a product when the path names one as `{product}`. */
  acting: (right: RightId, { fresh = false, reads }: Fresh & { readonly reads?: string } = {}) =>
    ({ kind: 'acting', right, fresh, reads }) as const,
}

export type WorkFor<A extends Access> = A extends { kind: 'member' }
  ? OwnWork
  : A extends { kind: 'acting' }
    ? TenantWork
    : A extends { kind: 'operator' }
      ? OperatorWork
      : A extends { kind: 'open' } | { kind: 'provider' } | { kind: 'sign-in'; signedIn: false }
        ? OpenWork
        : PersonalWork

export type Endpoint = {
  readonly method: Method
  readonly path: string
  readonly contract: Contract
  readonly access: Access
  /** The name the permission matrix and the log use. */
  readonly action: string
  readonly run: (work: Work, input: Input<Contract>) => Promise<unknown>
  /** Consoles that serve this family may ask it too, in the name of whoever acts in them. */
  readonly atConsoles?: Family | 'any'
}

export function endpoint<C extends Contract, A extends Access>(
  method: Method,
  path: string,
  contract: C,
  access: A,
  useCase: (
    work: WorkFor<A>,
    input: Input<C>,
  ) => Promise<Answer<C> | FileAnswer | CookieAnswer<Answer<C>> | StreamAnswer | LaterAnswer<Answer<C>> | RefusedAnswer>,
): Endpoint {
  return { method, path, contract, access, action: useCase.name, run: useCase as Endpoint['run'] }
}

/** Who may, in both Managers: a member whose role holds the right, and a partner to whom it was granted. The use case asks for the right itself. */
export const both = {
  reading: (right: RightId, reads: string) => ({ own: who.anyMember, acting: who.acting(right, { reads }) }),
  changing: (right: RightId) => ({ own: who.anyMember, acting: who.acting(right) }),
  /** Asks for an authentication of the last 15 minutes. */
  sensitive: (right: RightId) => ({ own: who.managing({ fresh: true }), acting: who.acting(right, { fresh: true }) }),
}

/** The same use case in the own Manager and on behalf of a customer: what a member may by role, and a partner by right. */
export function inBothManagers<C extends Contract>(
  method: Method,
  path: string,
  contract: C,
  access: { readonly own: Access & { kind: 'member' }; readonly acting: Access & { kind: 'acting' } },
  useCase: (work: TenantWork, input: Input<C>) => Promise<Answer<C> | FileAnswer>,
): readonly Endpoint[] {
  const run = useCase as Endpoint['run']
  return [
    { method, path: `/o/{organisation}${path}`, contract, access: access.own, action: useCase.name, run },
    { method, path: `/c/{partnership}${path}`, contract, access: access.acting, action: useCase.name, run },
  ]
}

/** The same rows, also for consoles that serve this family. */
export const alsoAtConsoles = (family: Family | 'any', rows: readonly Endpoint[]): readonly Endpoint[] =>
  rows.map((row) => ({ ...row, atConsoles: family }))

/** A download: written after the command was sealed, from a transaction under the same context, row by row. */
export class FileAnswer {
  readonly name: string
  readonly contentType: string
  readonly content: (tx: Transaction) => AsyncIterable<string | Uint8Array>

  constructor(name: string, contentType: string, content: (tx: Transaction) => AsyncIterable<string | Uint8Array>) {
    this.name = name
    this.contentType = contentType
    this.content = content
  }
}

/** A session began (`token`, until `expiresAt` in ms) or ended (`null`): the edge writes the cookie. */
export class CookieAnswer<T> {
  readonly body: T
  readonly cookie: { readonly token: string; readonly expiresAt: number } | null

  constructor(body: T, cookie: { readonly token: string; readonly expiresAt: number } | null) {
    this.body = body
    this.cookie = cookie
  }
}

/** An answer that waits for other nodes or comes from memory: given after the command, without holding its transaction. For reading only. */
export class LaterAnswer<T> {
  readonly give: (house: House) => Promise<T>

  constructor(give: (house: House) => Promise<T>) {
    this.give = give
  }
}

/** A "no" that leaves a trace: what was written stays (an attempt was counted, a failure journalled), then the request ends with this refusal. */
export class RefusedAnswer {
  readonly code: RefusalCode

  constructor(code: RefusalCode) {
    this.code = code
  }
}

/** What a live answer works with: what is journalled, and whether its reader may still listen. */
export type Live = {
  readonly follower: Follower
  /** Authorises once more, as a new request would be; answers with the "no", if it is one by now. */
  readonly recheck: () => Promise<Refusal | undefined>
  /** Reads under the context in which the stream was opened. */
  readonly read: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  readonly send: (event: string, data: unknown) => void
  readonly close: () => void
}

/** Server-sent events: `start` is called once the head of the answer was sent, and gives back what ends it. */
export class StreamAnswer {
  readonly start: (live: Live) => () => void

  constructor(start: (live: Live) => () => void) {
    this.start = start
  }
}
