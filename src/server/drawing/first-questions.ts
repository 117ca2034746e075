// What the pages that people open most ask the API for first. The page's own script asks it before the application is there (src/web/public/prepare.js),
// and the server answers it in the page itself.

/**
 * A page's address, `*` for a name or number in it, and the addresses that it asks for, with the same in the same order; `{search}`: what it was asked with.
 * With `?` before it: only some may ask it, and the page itself waits until it knows.
 */
export const firstQuestions: Readonly<Record<string, readonly string[]>> = {
  '/r/*': ['/api/catalogue', '/api/me', '/api/requests/*', '/api/requests/*/consent'],
  '/o/*': [...frame(), '/api/o/*/overview', '?/api/o/*/customers/overview', '/api/o/*/visits?limit=100'],
  '/o/*/customers': [
    ...frame(),
    ...['{search}', '/view', '/people', '/counts'].map((what) => `/api/o/*/customers${what}`),
    ...['/api/o/*/customer-views', '/api/o/*/requests/prepared'],
  ],
  '/o/*/customers/*': [...frame(), '/api/o/*/customers/*/row', '/api/o/*/customers/*/profile'],
  '/o/*/partners': [...frame(), '/api/o/*/partnerships', '/api/o/*/access', '/api/o/*/receipts?side=customer'],
  '/o/*/partners/*': [...frame(), '/api/o/*/partnerships/*'],
  '/o/*/products': [...frame(), '/api/o/*/products'],
}

function frame(): readonly string[] {
  return ['/api/catalogue', '/api/me', '/api/o/*/shell']
}

/** The addresses that this page asks for first; of a page that is not among these, undefined. */
export function questionsOf(page: string): readonly string[] | undefined {
  const [path = '', search] = page.split(/\?(.*)/s)
  for (const [address, asked] of Object.entries(firstQuestions)) {
    const [, ...inIt] = new RegExp(`^${address.replaceAll('*', name)}/?$`).exec(path) ?? []
    if (inIt.length > 0) return asked.map((question) => filled(question, inIt).replace('{search}', () => (search ? `?${search}` : '')))
  }
  return undefined
}

/** No word of an address, like "new", is as long. */
const name = '([\\w-]{20,200})'

function filled(question: string, inIt: readonly string[]): string {
  return inIt.reduce((address, part) => address.replace('*', () => part), question)
}
