// Runs before everything else: the chosen theme before the first paint (without a choice the system decides), the policy that no part of the page
// makes code from text, which zod would otherwise try, what this address needs, fetched now instead of one after the other later, the frame of the page,
// which stands there until the application takes its place, and a sentence where it does not come.
const theme = localStorage.getItem('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
globalThis.__zod_globalConfig = { jitless: true }

if (document.getElementById('early')) {
  const parts = location.pathname.replace(/(.)\/$/, '$1').split('/')
  const fits = ([address]) => {
    const wanted = address.split('/')
    return wanted.length === parts.length && wanted.every((part, at) => part === '*' || part === parts[at])
  }
  const stars = ([address]) => address.split('*').length
  const { files, routes, texts, titles, late } = JSON.parse(document.getElementById('early').textContent)
  const [route] = routes.filter(fits).sort((one, other) => stars(one) - stars(other))
  const isFirst = ['sign-in', 'r'].includes(parts[1])
  const wished = [new URLSearchParams(location.search).get('lang'), localStorage.getItem('language'), ...navigator.languages]
  const language = wished.map((tag) => tag?.slice(0, 2).toLowerCase()).find((code) => `first-${code}` in texts) ?? 'en'

  /** Answers by address; src/web/early.ts takes them. */
  const early = new Map()
  globalThis.early = early
  const headers = { accept: 'application/json', 'x-requested-with': 'prokura' }
  const frame = ['/api/me', '/api/*/*/shell']
  const list = ['', '/view', '/people', '/counts'].map((what) => `/api/o/*/customers${what || location.search}`)
  const answers = {
    '/r/*': ['/api/me', '/api/requests/*', '/api/requests/*/consent'],
    '/o/*': [...frame, '/api/o/*/overview', '/api/o/*/visits?limit=100'],
    '/o/*/customers': [...frame, ...list, '/api/o/*/customer-views', '/api/o/*/requests/prepared'],
    '/o/*/partners': [...frame, '/api/o/*/partnerships', '/api/o/*/access', '/api/o/*/receipts?side=customer'],
  }
  const known = Object.keys(answers).find((address) => fits([address]))
  const asked = known ? answers[known] : ['o', 'c'].includes(parts[1]) && parts[2] ? frame : []
  for (const address of ['/api/catalogue', ...asked]) {
    const own = address.replace('/*/*/', `/${parts[1]}/*/`).replace('*', () => parts[2])
    early.set(
      own,
      fetch(own, { headers, credentials: 'same-origin' }).catch(() => undefined),
    )
  }
  // After the answers, which take longest.
  const words = [texts[`first-${language}`], ...(isFirst ? [] : [texts[`rest-${language}`]])]
  for (const file of new Set([...words, ...(route?.[1] ?? [])])) {
    if (files[file] === undefined) continue
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/${files[file]}` }))
  }

  // The first of its kind takes long to come; here nothing else waits for it.
  setTimeout(() => new Intl.DateTimeFormat(`${language}-CH`, { day: 'numeric', month: 'long', year: 'numeric' }).format())

  /** Like src/web/shell/frame.tsx and public-frame.tsx, without anything that is not known yet. */
  const part = (classes, ...inside) => {
    const element = Object.assign(document.createElement('div'), { className: classes })
    element.append(...inside)
    return element
  }
  const bar = (size) => part(`rounded-sm bg-pressed animate-breathe forced-colors:border ${size}`)
  const rows = [bar('h-24 w-full rounded-lg'), bar('h-64 w-full rounded-lg')]
  // Whoever acts for somebody never sees a page without its violet band.
  const band = () => (parts[1] === 'c' ? [part('min-h-10 bg-violet')] : [])
  const frameOf = () => {
    if (!['o', 'c', 'operator'].includes(parts[1])) {
      return [
        part('h-14 border-b border-line'),
        part('mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-8 sm:px-8 sm:py-12', bar('h-8 w-56'), ...rows),
      ]
    }
    const title = titles[language][route?.[2]]
    const head = title ? part('text-lg font-semibold tracking-tight md:text-xl', title) : bar('h-7 w-56')
    const side = part('max-lg:hidden h-dvh border-r border-line bg-sunken px-3 pt-2', bar('h-8'))
    const page = part('mx-auto flex w-full max-w-[88rem] flex-col gap-6 px-4 pt-4 sm:px-8', head, ...rows)
    const beside = part('min-w-0', part('h-12 max-lg:border-b max-lg:border-line'), page)
    return [...band(), part('lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]', side, beside)]
  }
  const drawn = part('min-h-dvh', ...frameOf())
  drawn.setAttribute('aria-hidden', 'true')
  const draw = () => {
    const root = document.getElementById('root')
    if (!root) return requestAnimationFrame(draw)
    if (root.childElementCount > 0) return
    root.append(drawn)
  }
  requestAnimationFrame(draw)

  /** Should the application come after all, it takes the place of this, too. */
  const sayLate = () => {
    const root = document.getElementById('root')
    if (!root) return requestAnimationFrame(sayLate)
    if (root.childElementCount > 0 && root.firstElementChild !== drawn) return
    const [sentence, again] = late[language]
    const link = Object.assign(document.createElement('a'), { href: location.href, textContent: again, className: 'underline' })
    // What stands behind a # stays, too, as where a mail leads to reporting a request.
    link.onclick = (event) => {
      event.preventDefault()
      location.reload()
    }
    const said = Object.assign(part('mx-auto flex max-w-md flex-col gap-3 px-4 py-12', part('', sentence), link), { lang: language })
    said.setAttribute('role', 'alert')
    root.replaceChildren(part('min-h-dvh', ...band(), said))
  }
  setTimeout(sayLate, 15_000)
  // A module of the first page could not be fetched.
  addEventListener('error', ({ target }) => target.type === 'module' && sayLate(), true)
}
