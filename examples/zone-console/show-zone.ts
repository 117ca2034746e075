// Shows a zone, as far as the decision of this moment lets it be seen, and as a zone file.
import { ProkuraError } from '@prokura/client/error'
import { acting, questionAbout } from './acting.ts'
import { notice, page } from './page.ts'
import { addressOf, type Opened, openedBy } from './place.ts'
import type { Session } from './sessions.ts'
import { beginSignIn, type Exchange, sessionOf, show, stranger } from './signing.ts'
import { becauseOf, wordsIn } from './texts.ts'
import { type Failed, zonePage } from './zone-page.ts'

export async function showZone(exchange: Exchange): Promise<void> {
  const { url, console } = exchange
  const opened = openedBy(url.searchParams)
  if (opened === undefined) {
    const { words, frame } = stranger(exchange)
    return show(exchange, 200, page(frame, notice(words.title, words.open, [{ to: console.config.prokuraUrl, label: words.back }])))
  }
  const session = sessionOf(exchange)
  if (session === undefined) return beginSignIn(exchange, url)
  await renderZone(exchange, session, opened)
}

/** The page as it is now; `failed`: with what was sent and could not be done. */
export async function renderZone(exchange: Exchange, session: Session, opened: Opened, failed?: Failed): Promise<void> {
  const { console, url } = exchange
  const words = wordsIn(session.language)
  const { allowed, reason } = await console.replica.answer(questionAbout(session, opened, 'view'))
  if (!allowed) return close(exchange, session, opened, reason)
  try {
    const { zone, behalf } = await acting(console, session, opened.place, async (as) => ({
      zone: await console.prokura.zones.read(as, opened.product),
      behalf: await console.prokura.onBehalf(as),
    }))
    const may = await console.replica.answer(questionAbout(session, opened, 'manage'))
    const { organisation, partner } = behalf
    const frame = {
      language: session.language,
      words,
      title: zone.domain,
      behalf: partner === null ? undefined : words.forWhom(organisation.name, session.name, partner.name),
      own: partner === null ? words.own(organisation.name, session.name) : undefined,
      formKey: session.formKey,
      live: `/live${addressOf(opened).slice(1)}`,
    }
    const [editing, done] = [failed?.written['id'] ?? url.searchParams.get('edit') ?? undefined, url.searchParams.get('done') ?? undefined]
    const content = zonePage({ words, opened, zone, mayManage: may.allowed, formKey: session.formKey, editing, done, failed })
    show(exchange, failed === undefined ? 200 : 422, page(frame, content))
  } catch (failure) {
    if (!(failure instanceof ProkuraError) || !['refused', 'unauthenticated'].includes(failure.code)) throw failure
    if (failure.reason === 'subject_token') return beginSignIn(exchange, url)
    close(exchange, session, opened, failure.reason ?? 'right')
  }
}

export function close(exchange: Exchange, session: Session, opened: Opened, reason: string): void {
  const words = wordsIn(session.language)
  const frame = { language: session.language, words, title: words.closed.title, formKey: session.formKey }
  const links = [
    { to: addressOf(opened), label: words.again },
    { to: exchange.console.config.prokuraUrl, label: words.back },
  ]
  show(exchange, 403, page(frame, notice(words.closed.title, becauseOf(words, reason), links)))
}

/** GET /zones/{domain}.zone: text/dns (RFC 4027). */
export async function showZoneFile(exchange: Exchange): Promise<void> {
  const { console, url, response } = exchange
  const opened = openedBy(url.searchParams)
  const session = sessionOf(exchange)
  if (opened === undefined) return void response.writeHead(404).end()
  if (session === undefined) return beginSignIn(exchange, url)
  try {
    const text = await acting(console, session, opened.place, (as) => console.prokura.zones.file(as, opened.product))
    const domain = /^\/zones\/(.+)\.zone$/.exec(url.pathname)?.[1] ?? ''
    if (!text.startsWith(`$ORIGIN ${domain}.\n`)) return void response.writeHead(404).end()
    response
      .writeHead(200, { 'content-type': 'text/dns; charset=utf-8', 'content-disposition': `inline; filename="${domain}.zone"` })
      .end(text)
  } catch (failure) {
    if (!(failure instanceof ProkuraError)) throw failure
    close(exchange, session, opened, failure.reason ?? failure.code)
  }
}
