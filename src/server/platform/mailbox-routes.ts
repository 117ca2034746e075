// Shows the built-in mailbox to whoever tries the product on this machine. A message is foreign content: it is shown in a sandbox,
// under a policy of its own that runs nothing and loads nothing.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isFromHere } from './from-where.ts'
import { mailboxPage, type View } from './mailbox-page.ts'
import type { MailboxStore, StoredMessage } from './mailbox-store.ts'
import { mailboxLanguage, mailboxWords } from './mailbox-words.ts'

export type MailboxRoutesOptions = {
  readonly mailbox: MailboxStore
  /** True: only for a browser on this machine, which comes from the loopback, asks for it by name, and was sent on by nobody. */
  readonly onlyLoopback: boolean
}

type Asked = FastifyRequest<{ Params: { id?: string }; Querystring: { to?: string; view?: string } }>

const pagePolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const messagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
const style = readFileSync(path.join(import.meta.dirname, 'mailbox.css'), 'utf8')

export async function mailboxRoutes(app: FastifyInstance, { mailbox, onlyLoopback }: MailboxRoutesOptions): Promise<void> {
  if (onlyLoopback) {
    app.addHook('onRequest', async (request, reply) => {
      if (!isFromHere(request)) return reply.code(404).type('text/plain').send('Not found')
    })
  }
  app.get('/mailbox', async (request: Asked, reply) => show(request, reply, mailbox))
  app.get('/mailbox/messages/:id', async (request: Asked, reply) => {
    const message = await mailbox.read(request.params.id ?? '')
    return message === undefined ? reply.redirect('/mailbox') : show(request, reply, mailbox, message)
  })
  app.get('/mailbox/messages/:id/html', async (request: Asked, reply) => {
    const message = await mailbox.read(request.params.id ?? '')
    if (message?.html === undefined) return reply.code(404).type('text/plain').send('Not found')
    return secured(reply, messagePolicy)
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(intoTopWindow(message.html))
  })
  app.get('/mailbox/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}

async function show(request: Asked, reply: FastifyReply, mailbox: MailboxStore, message?: StoredMessage): Promise<FastifyReply> {
  const language = mailboxLanguage(request.headers['accept-language'])
  const to = one(request.query.to)
  const words = mailboxWords[language]
  if (words === undefined) throw new Error(`no words for ${language}`)
  const page = { words, language, to, messages: await mailbox.list({ to }) }
  const open = message && { message, view: viewOf(one(request.query.view), message) }
  return secured(reply, pagePolicy).type('text/html; charset=utf-8').send(mailboxPage(page, open))
}

const one = (value: unknown) => (typeof value === 'string' ? value : '')

function viewOf(wanted: string, { html }: StoredMessage): View {
  if (wanted === 'text' || wanted === 'headers') return wanted
  return html === undefined ? 'text' : 'html'
}

function secured(reply: FastifyReply, policy: string): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
}

/** A link in the message leads away from the mailbox, not into the sandbox. */
const intoTopWindow = (html: string) => `<base target="_top">${html}`
