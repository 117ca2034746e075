// The page of the application with what it asks for first answered in it, and drawn, where it is one of those that people open most.
// The head is sent at once: the browser fetches files while the server answers.

import { PassThrough, type Readable } from 'node:stream'
import { createGzip, constants as zlib } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLanguage, type Language } from '../../domain/language.ts'
import { sessionTokenIn } from '../session-cookie.ts'
import type { Drawer } from './drawer.ts'
import { questionsOf } from './first-questions.ts'
import { openRests, type Rests } from './rests.ts'
import { windowOf } from './window-of.ts'

type Answer = readonly [address: string, status: number, position: string | null, body: unknown]

/** What stands before and behind the place where the page is drawn, of the built index.html. */
type Halves = readonly [head: string, tail: string]
const place = '<div id="root"></div>'
/** Public, because the page's policy names it. */
export const takesDrawn = '<script>takeDrawn()</script>'

/** `origin`: what this installation's addresses begin with. */
export type Means = { readonly http: FastifyInstance; readonly drawer: Drawer; readonly origin: string }

/** Answers that come later, the page had better ask for itself. */
const patienceMs = 600
/** So much is not drawn in time. */
const mostLetters = 400_000

/** `html`: the built page. */
export function openDrawnPages(html: string, means: Means): DrawnPages | undefined {
  const [head, tail] = html.split(place)
  if (head === undefined || tail === undefined) return undefined
  const halves: Halves = [head.replace('<html', '<html data-drawn'), tail]
  const rests = openRests()
  return (request) => {
    means.drawer.begin()
    const questions = questionsOf(request.url)
    const isKnown = sessionTokenIn(request.headers.cookie) !== undefined || isForAnybody(request)
    if (questions === undefined || !isKnown || rests.rests(pathOf(request))) return undefined
    return stream(halves, request, async () => placeWith(await answersTo(questions, request, means, rests), request, means))
  }
}

/** undefined: this page is not drawn. */
export type DrawnPages = (request: FastifyRequest) => { readonly encoding: 'gzip' | undefined; readonly page: Readable } | undefined

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? ''

/** A request's link says enough; everything else is for whoever is signed in. */
const isForAnybody = ({ url }: FastifyRequest): boolean => url.startsWith('/r/')

function stream([head, tail]: Halves, { headers }: FastifyRequest, placeOfPage: () => Promise<string>) {
  const isSmall = /\bgzip\b/.test(String(headers['accept-encoding']))
  const small = isSmall ? createGzip({ level: 4 }) : undefined
  const page = small ?? new PassThrough()
  page.write(head)
  small?.flush(zlib.Z_SYNC_FLUSH)
  placeOfPage().then(
    (drawn) => page.end(drawn + tail),
    (failure) => page.destroy(failure),
  )
  return { encoding: isSmall ? ('gzip' as const) : undefined, page }
}

/** None if one of them is late. */
async function answersTo(
  questions: readonly string[],
  request: FastifyRequest,
  { http }: Means,
  { wasLate, wasInTime }: Rests,
): Promise<readonly Answer[]> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined)
  })
  const asked = Promise.all(questions.map((question) => ask(http, request, question.replace(/^\?/, ''))))
  const answers = await Promise.race([asked.catch(() => undefined), tooLate])
  clearTimeout(timer)
  if (answers === undefined) wasLate(pathOf(request))
  else wasInTime()
  return (answers ?? []).filter(([, status], at) => status === 200 || !questions[at]?.startsWith('?'))
}

async function placeWith(answers: readonly Answer[], request: FastifyRequest, { drawer, origin }: Means): Promise<string> {
  const { zone, width, language: guessed } = windowOf(request.headers)
  const own = ownLanguage(answers)
  const language = wanted(request.url) ?? own ?? guessed
  const isWhole = isForAnybody(request) ? answers.length > 0 : own !== undefined && answers.every(([, status]) => status === 200)
  const known = answers.map(([address, status, , answer]) => [address, status, answer] as const)
  const picture =
    isWhole && JSON.stringify(known).length < mostLetters
      ? await drawer.draw({ address: new URL(request.url, origin).href, language, zone, width, answers: known })
      : undefined
  const told = { language, isOwn: own === language, width, clock: picture?.clock, answers }
  const html = picture?.html.replaceAll(' style="', ' data-style="') ?? ''
  const drawn = html && `<div data-drawn lang="${language}" aria-hidden="true" hidden inert>${html}</div>`
  const data = JSON.stringify(told).replaceAll('<', '\\u003c')
  return `<div id="root">${drawn}</div><script type="application/json" id="answers">${data}</script>${takesDrawn}`
}

/** As the page's script would ask. */
async function ask(http: FastifyInstance, { headers, socket }: FastifyRequest, address: string): Promise<Answer> {
  const { host, cookie, 'user-agent': client } = headers
  const asked = { ...(host && { host }), ...(cookie && { cookie }), ...(client && { 'user-agent': client }), accept: 'application/json' }
  const answered = await http.inject({ url: address, headers: asked, remoteAddress: socket.remoteAddress ?? '' })
  return [address, answered.statusCode, answered.headers['journal-position']?.toString() ?? null, JSON.parse(answered.body)]
}

function ownLanguage(answers: readonly Answer[]): Language | undefined {
  const [, status, , me] = answers.find(([address]) => address === '/api/me') ?? []
  return status === 200 ? (me as { readonly person: { readonly language: Language } }).person.language : undefined
}

function wanted(url: string): Language | undefined {
  const asked = new URLSearchParams(url.split('?')[1]).get('lang') ?? ''
  return isLanguage(asked) ? asked : undefined
}
