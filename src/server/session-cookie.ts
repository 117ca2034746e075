// The cookie that a signed-in browser holds.
export const sessionCookie = '__Host-session'

export function sessionTokenIn(header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === sessionCookie && value && value.length <= 100) return value
  }
  return undefined
}
