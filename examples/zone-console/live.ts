// What an open page hears: what its reader may do here, whenever that changes (server-sent events). It closes without being asked.
import { questionAbout } from './acting.ts'
import { openedBy } from './place.ts'
import { type Exchange, sessionOf } from './signing.ts'
import { becauseOf, wordsIn } from './texts.ts'

const beatMs = 15_000

export function openLive(exchange: Exchange): void {
  const { console, request, response, url } = exchange
  const opened = openedBy(url.searchParams)
  const session = sessionOf(exchange)
  if (opened === undefined || session === undefined) return void response.writeHead(204).end()
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const words = wordsIn(session.language)
  /** Undefined until the first answer. */
  const reasons: { view?: string; manage?: string } = {}
  const tell = () => {
    const { view, manage } = reasons
    if (view === undefined || (manage === undefined && view !== 'signed_out')) return
    const isUnknown = view === 'stale' || (view === 'allowed' && manage === 'stale')
    const may = isUnknown ? 'wait' : view !== 'allowed' ? 'nothing' : manage === 'allowed' ? 'manage' : 'view'
    const reason = view === 'allowed' ? (manage ?? 'stale') : view
    const because = reason === 'allowed' ? '' : becauseOf(words, reason)
    const title = isUnknown ? words.closed.paused : may === 'view' ? words.readOnly : words.closed.title
    const { unsaved, copy, copied, again } = words
    response.write(`data: ${JSON.stringify({ may, title, because, words: { unsaved, copy, copied, again } })}\n\n`)
  }
  const watch = (action: 'view' | 'manage') =>
    console.replica.watch(questionAbout(session, opened, action), ({ reason }) => {
      reasons[action] = reason
      tell()
    })
  const ended = () => {
    reasons.view = 'signed_out'
    tell()
    response.end()
  }
  const stops = [watch('view'), watch('manage')]
  const beat = setInterval(() => response.write(': still here\n\n'), beatMs)
  session.onEnd.add(ended)
  request.on('close', () => {
    clearInterval(beat)
    session.onEnd.delete(ended)
    for (const stop of stops) stop()
  })
}
