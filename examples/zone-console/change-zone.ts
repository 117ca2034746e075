// Changes a zone: a decision as new as the act comes first, and Prokura decides once more when it is asked to do it.
import type { RecordInput } from '@prokura/client'
import { ProkuraError } from '@prokura/client/error'
import { acting, questionAbout } from './acting.ts'
import { addressOf, type Opened, openedBy } from './place.ts'
import type { Session } from './sessions.ts'
import { close, renderZone } from './show-zone.ts'
import { beginSignIn, type Exchange, readForm, sessionOf } from './signing.ts'
import { becauseOf, faultIn, wordsIn } from './texts.ts'

export async function changeZone(exchange: Exchange): Promise<void> {
  const { console, request, response, url } = exchange
  const opened = openedBy(url.searchParams)
  const session = sessionOf(exchange)
  const form = await readForm(request)
  if (opened === undefined) return void response.writeHead(404).end()
  if (session === undefined) return beginSignIn(exchange, url)
  // Only our own pages know the key.
  if (form.get('key') !== session.formKey) return void response.writeHead(303, { location: addressOf(opened) }).end()
  const words = wordsIn(session.language)
  const written = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const decision = await console.replica.strong(questionAbout(session, opened, 'manage'))
  if (!decision.allowed) return renderZone(exchange, session, opened, { text: becauseOf(words, decision.reason), written, faults: [] })
  try {
    const done = await act(exchange, session, opened, written)
    response.writeHead(303, { location: addressOf(opened, { done }) }).end()
  } catch (failure) {
    if (!(failure instanceof ProkuraError)) throw failure
    if (failure.code === 'unreachable' || failure.code === 'unavailable') throw failure
    const faults = failure.faults.map(({ pointer, code }) => ({ part: pointer.split('/').at(-1) ?? '', code }))
    const known = faultIn(words, failure.reason ?? '')
    const isOfState = ['changed_meanwhile', 'limit_reached', 'product_inactive'].includes(failure.reason ?? '')
    if (faults.length > 0 || isOfState) return renderZone(exchange, session, opened, { text: isOfState ? known : '', written, faults })
    if (failure.reason === 'right_missing')
      return renderZone(exchange, session, opened, { text: becauseOf(words, failure.reason), written, faults })
    close(exchange, session, opened, failure.reason ?? 'right')
  }
}

async function act(
  { console }: Exchange,
  session: Session,
  { product, place }: Opened,
  written: Readonly<Record<string, string>>,
): Promise<string> {
  const { zones } = console.prokura
  const { act: kind, id = '', changedAt } = written
  switch (kind) {
    case 'add':
      await acting(console, session, place, (as) => zones.addRecord(as, product, recordIn(written)))
      return 'added'
    case 'change':
      await acting(console, session, place, (as) =>
        zones.changeRecord(as, product, { id, record: recordIn(written), ...(changedAt ? { changedAt } : {}) }),
      )
      return 'changed'
    case 'remove':
      await acting(console, session, place, (as) => zones.removeRecord(as, product, id))
      return 'removed'
    default:
      throw new Error('this form knows no such act')
  }
}

/** As it was typed; Prokura says what cannot be. */
function recordIn({ name = '', type = '', value = '', ttl = '', priority = '' }: Readonly<Record<string, string>>): RecordInput {
  return {
    name: name.trim() || '@',
    type: type as RecordInput['type'],
    value,
    ttl: numberIn(ttl),
    priority: priority.trim() === '' ? null : numberIn(priority),
  }
}

/** What is no number is none that can stand. */
const numberIn = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : -1)
