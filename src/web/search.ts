// The part of an address after "?", as plain words: `status=active&status=ended` is { status: ['active', 'ended'] }.
export function parseSearch(search: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(search)) {
    const earlier = found[name]
    found[name] = earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value]
  }
  return found
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') written.append(name, String(one))
  }
  return written.size > 0 ? `?${written}` : ''
}
