// What stands in a field whose letters are reported outside and come back later, some of them never: nothing that comes back overwrites what was typed since,
// and nothing that was typed stays unreported.

/** `known`: what was last heard from outside. `pending`: reported, in this order, and not heard back. */
export type Typing = { readonly typed: string; readonly known: string; readonly pending: readonly string[] }

export const typingFrom = (value: string): Typing => ({ typed: value, known: value, pending: [] })

/** What the outside holds once it has taken everything reported. */
export const headingOf = ({ known, pending }: Typing): string => pending.at(-1) ?? known

/** A value from outside: what was reported, whatever came before it is skipped; or somebody else's, and then the field shows that. */
export function heard(typing: Typing, value: string): Typing {
  if (value === typing.known) return typing
  const at = typing.pending.indexOf(value)
  return at < 0 ? typingFrom(value) : { ...typing, known: value, pending: typing.pending.slice(at + 1) }
}

export const reported = (typing: Typing, text: string): Typing => ({ ...typing, pending: [...typing.pending, text] })
