// Where a signed-in person goes: the page that was asked for, if it is one of ours, else the Manager.

/** A path of this very site; whatever another site could be behind is not followed. */
export function ownPath(wanted: string | undefined, origin: string): string | undefined {
  if (wanted === undefined || !wanted.startsWith('/') || /[\p{Cc}\\]/u.test(wanted) || !URL.canParse(wanted, origin)) return undefined
  const url = new URL(wanted, origin)
  const isOurs = url.origin === origin && url.pathname !== '/sign-in' && !url.pathname.startsWith('//')
  return isOurs ? url.pathname + url.search + url.hash : undefined
}

export const manager = '/go/manager'

/** The addresses that lead to the sign-in carry it as `?next=`. */
export function whereTo(): string {
  return ownPath(new URLSearchParams(location.search).get('next') ?? undefined, location.origin) ?? manager
}
