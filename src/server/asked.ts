// A request as the spine sees it, whatever carried it here.
export type Asked = {
  readonly params: Readonly<Record<string, string>>
  readonly query: unknown
  readonly body: unknown
  readonly token: string | undefined
  /** Beside the token of a console: the one that says in whose name it asks. */
  readonly actingToken: string | undefined
  readonly idempotencyKey: string | undefined
  readonly url: string
  readonly client: string | undefined
  readonly address: string
}
