// Runs before everything else: the chosen theme before the first paint (without a choice the system decides), the policy that no part of the page
// makes code from text, which zod would otherwise try, and what this address needs, fetched now instead of one after the other later.
const theme = localStorage.getItem('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
globalThis.__zod_globalConfig = { jitless: true }

if (document.getElementById('early')) {
  const parts = location.pathname.replace(/(?<=.)\/$/, '').split('/')
  const fits = ([address]) => {
    const wanted = address.split('/')
    return wanted.length === parts.length && wanted.every((part, at) => part === '*' || part === parts[at])
  }
  const stars = ([address]) => address.split('*').length
  const { files, routes, texts } = JSON.parse(document.getElementById('early').textContent)
  const [route] = routes.filter(fits).sort((one, other) => stars(one) - stars(other))
  const isFirst = ['sign-in', 'r'].includes(parts[1])
  const wished = [new URLSearchParams(location.search).get('lang'), localStorage.getItem('language'), ...navigator.languages]
  const language = wished.map((tag) => tag?.slice(0, 2).toLowerCase()).find((code) => `first-${code}` in texts) ?? 'en'
  const words = [texts[`first-${language}`], ...(isFirst ? [] : [texts[`rest-${language}`]])]
  for (const file of new Set([...words, ...(route?.[1] ?? [])])) {
    if (files[file] === undefined) continue
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/${files[file]}` }))
  }

  /** Answers by address; src/web/early.ts takes them. */
  const early = new Map()
  globalThis.early = early
  const headers = { accept: 'application/json', 'x-requested-with': 'prokura' }
  const frame = ['/api/me', '/api/*/*/shell']
  const list = ['', '/view', '/people', '/counts'].map((what) => `/api/o/*/customers${what || location.search}`)
  const answers = [
    ['/r/*', ['/api/me', '/api/requests/*', '/api/requests/*/consent']],
    ['/o/*', [...frame, '/api/o/*/overview', '/api/o/*/visits?limit=100']],
    ['/o/*/customers', [...frame, ...list, '/api/o/*/customer-views', '/api/o/*/requests/prepared']],
    ['/o/*/partners', [...frame, '/api/o/*/partnerships', '/api/o/*/access', '/api/o/*/receipts?side=customer']],
  ]
  const [, asked] = answers.find(fits) ?? ['', ['o', 'c'].includes(parts[1]) && parts[2] ? frame : []]
  for (const address of ['/api/catalogue', ...asked]) {
    const own = address.replace('/*/*/', `/${parts[1]}/*/`).replace('*', () => parts[2])
    early.set(
      own,
      fetch(own, { headers, credentials: 'same-origin' }).catch(() => undefined),
    )
  }
  // The first of its kind takes long to come; here nothing else waits for it.
  setTimeout(() => new Intl.DateTimeFormat(`${language}-CH`, { day: 'numeric', month: 'long', year: 'numeric' }).format())
}
