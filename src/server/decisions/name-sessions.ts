// A console knows a session by the `sid` of its ID token and never by Prokura's own id, which is put in its place before the question is read.
import { isObject, type Json } from './question.ts'
import type { SessionsOf } from './sessions-store.ts'

type Context = { session?: unknown }
const nobody = ''

/** Changes the body as it was parsed. A name that is not this console's becomes that of no session. */
export async function nameSessions(body: Json, consoleId: string, sessionsOf: SessionsOf): Promise<void> {
  const contexts = contextsOf(body)
  const sids = [...new Set(contexts.map(({ session }) => session).filter((session) => typeof session === 'string'))]
  if (sids.length === 0) return
  const sessions = await sessionsOf(consoleId, sids)
  for (const context of contexts) if (typeof context.session === 'string') context.session = sessions.get(context.session) ?? nobody
}

/** Each context once: a question without one of its own has the body's. */
function contextsOf(body: Json): readonly Context[] {
  const found = new Set<object>()
  if (isObject(body['context'])) found.add(body['context'])
  const { evaluations } = body
  if (Array.isArray(evaluations))
    for (const one of evaluations) if (isObject(one) && isObject(one['context']) && 'session' in one['context']) found.add(one['context'])
  return [...found]
}
