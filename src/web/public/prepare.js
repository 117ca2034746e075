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
  const { files, routes, texts, titles, late, questions } = JSON.parse(document.getElementById('early').textContent)
  const [route] = routes.filter(fits).sort((one, other) => stars(one) - stars(other))
  const isFirst = ['sign-in', 'r'].includes(parts[1])
  const among = (tags) => tags.map((tag) => tag?.slice(0, 2).toLowerCase()).find((code) => `first-${code}` in texts)
  const [, guessedBefore] = /(?:^|;\s*)window=[^;~]*~[^;~]*~(\w\w)/.exec(document.cookie) ?? []
  const known = among([new URLSearchParams(location.search).get('lang'), localStorage.getItem('language'), guessedBefore])
  const language = known ?? among(navigator.languages) ?? 'en'
  // The application looks there.
  if (known) localStorage.setItem('language', known)

  /** Answers by address; src/web/early.ts takes them. */
  const early = new Map()
  globalThis.early = early
  const headers = { accept: 'application/json', 'x-requested-with': 'prokura' }
  const asked = questions[route?.[0]] ?? [
    '/api/catalogue',
    ...(['o', 'c'].includes(parts[1]) && parts[2] ? ['/api/me', `/api/${parts[1]}/*/shell`] : []),
  ]
  const inIt = route?.[0].includes('*') ? parts.filter((_, at) => route[0].split('/')[at] === '*') : parts.slice(2)
  const ask = () => {
    for (const address of asked.filter((question) => !question.startsWith('?'))) {
      const own = inIt.reduce((whole, part) => whole.replace('*', () => part), address).replace('{search}', () => location.search)
      if (early.has(own)) continue
      early.set(
        own,
        fetch(own, { headers, credentials: 'same-origin' }).catch(() => undefined),
      )
    }
  }
  /** Where pages are made otherwise (src/web/ui/use-media-query.ts), in rem. */
  const breakpoints = [44, 64]
  const isDrawn = document.documentElement.dataset.drawn !== undefined
  if (!isDrawn) ask()

  const wanted = new Set()
  const fetchSoon = (some) => {
    for (const file of some) {
      if (wanted.has(file) || files[file] === undefined) continue
      wanted.add(file)
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/${files[file]}` }))
    }
  }
  const wordsIn = (code) => [texts[`first-${code}`], ...(isFirst ? [] : [texts[`rest-${code}`]])]

  /** A link of what the server drew leads where it says, as in a page without an application; nothing else there does anything yet. */
  const followPressed = (picture) =>
    addEventListener('click', ({ isTrusted, clientX, clientY, ctrlKey, metaKey, shiftKey }) => {
      if (!isTrusted || !picture.isConnected || ctrlKey || metaKey || shiftKey) return
      picture.inert = false
      const link = document.elementFromPoint(clientX, clientY)?.closest('[data-drawn] a[href]')
      picture.inert = true
      link?.click()
    })

  /** Called behind the place where the server drew the page, with what it answered. */
  globalThis.takeDrawn = () => {
    const told = JSON.parse(document.getElementById('answers').textContent)
    for (const [address, status, position, answer] of told.answers) {
      const headers = position === null ? {} : { 'journal-position': position }
      early.set(address, Promise.resolve(new Response(JSON.stringify(answer), { status, headers })))
    }
    ask()
    const spoken = told.isOwn ? told.language : language
    fetchSoon(wordsIn(spoken))
    if (told.isOwn) localStorage.setItem('language', told.language)
    const picture = document.querySelector('[data-drawn][inert]')
    if (!picture) return
    const width = breakpoints.findLast((from) => matchMedia(`(min-width: ${from}rem)`).matches) ?? 20
    const isSame = width === told.width
    // Also in other seasons than this one, and years that have been.
    const isSameClock = told.clock.every((minutes, month) => minutes === new Date(Date.UTC(2017, month)).getTimezoneOffset())
    if (isSame && isSameClock && told.language === spoken) {
      // The page's policy takes styles from nowhere but files and scripts.
      for (const part of picture.querySelectorAll('[data-style]')) part.style.cssText = part.dataset.style
      // Until now it was hidden: a long page is painted while it still comes.
      picture.hidden = false
      followPressed(picture)
      return
    }
    picture.remove()
    draw()
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    // biome-ignore lint/suspicious/noDocumentCookie: the other way is not in every browser
    document.cookie = `window=${width}~${timeZone}~${spoken}; path=/; max-age=31536000; samesite=lax; secure`
  }
  // After the answers, which take longest. Whoever is signed in reads their own language, which the server tells where it draws the page.
  if (known || isFirst || !isDrawn) fetchSoon(wordsIn(language))
  fetchSoon(route?.[1] ?? [])

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
        part('bar-line h-14'),
        part('mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-8 sm:px-8 sm:py-12', bar('h-8 w-56'), ...rows),
      ]
    }
    const title = titles[language][route?.[2]]
    const head = title ? part('text-lg font-semibold tracking-tight md:text-xl', title) : bar('h-7 w-56')
    const side = part('max-lg:hidden h-dvh border-r border-line bg-sunken px-3 pt-2', bar('h-8'))
    const page = part('mx-auto flex w-full max-w-[88rem] flex-col gap-6 px-4 pt-4 sm:px-8', head, ...rows)
    const beside = part('min-w-0', part('h-12 max-lg:bar-line'), page)
    return [...band(), part('lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]', side, beside)]
  }
  const drawn = part('min-h-dvh', ...frameOf())
  drawn.setAttribute('aria-hidden', 'true')
  drawn.dataset.drawn = ''
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
    if (root.childElementCount > 0 && root.firstElementChild.dataset.drawn === undefined) return
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
