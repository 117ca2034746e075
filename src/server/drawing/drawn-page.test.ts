import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { type Drawer, openDrawer } from './drawer.ts'
import { openDrawnPages } from './drawn-page.ts'

const organisation = '01a22611-0659-7660-b160-bb886c951eb6'
const built = '<!doctype html><html lang="en"><head></head><body><div id="root"></div></body></html>'
const signedIn = { cookie: '__Host-session=aaaaaaaaaaaaaaaaaaaaaaaa' }
const directory = givenTemporaryDirectory()
const open: (() => unknown)[] = []
afterEach(() => void vi.useRealTimers())
afterAll(() => Promise.all(open.map((close) => close())))

/** A server whose API answers everything with this name, and whose pages are drawn by this function. */
async function given(draw: string, { name = 'Alpweb AG', refused = '', slow = 'nothing' } = {}) {
  const place = path.join(directory, `draw-${open.length}.js`)
  writeFileSync(place, `export const draw = ${draw}`)
  const failures: string[] = []
  const drawer = openDrawer(place, (failure) => failures.push(String(failure)))
  const http = fastify()
  http.get('/api/*', async (request, reply) => {
    if (request.url.endsWith(slow)) await new Promise(() => {})
    const isRefused = refused !== '' && request.url.endsWith(refused)
    reply.status(isRefused ? 403 : 200).header('journal-position', '7')
    return isRefused ? { code: 'not_entitled' } : { name, person: { language: 'fr' }, asks: request.headers.cookie ?? 'nobody' }
  })
  const pages = openDrawnPages(built, { http, drawer, origin: 'https://here.example' })
  http.setNotFoundHandler((request, reply) => {
    const drawn = pages?.(request)
    return drawn ? reply.type('text/html').send(drawn.page) : reply.send('as built')
  })
  open.push(drawer.stop, () => http.close())
  drawer.begin()
  const get = async (url: string, headers: Record<string, string> = signedIn) => {
    const { rawPayload } = await http.inject({ url, headers })
    return (headers['accept-encoding'] === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString()
  }
  return { drawer, get, failures }
}

const page = `/o/${organisation}?lang=it`
const told = (html: string) => JSON.parse(/id="answers">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
const pictureIn = (html: string) => /<div id="root">(.*?)<script/s.exec(html)?.[1]
/** Until the process draws. */
async function drawnBy({ get }: { get: (url: string) => Promise<string> }, url = page): Promise<string> {
  return expect
    .poll(() => get(url), { timeout: 20_000 })
    .toContain('inert>')
    .then(() => get(url))
}

test('a page comes drawn, with what it would have asked for, in the language that is wished', async () => {
  const house = await given(
    `async (drawing) => '<p style="top:0">' + [drawing.address, drawing.language, drawing.width, drawing.zone] + '</p>'`,
  )
  const html = await drawnBy(house)
  expect(html).toMatch(/^<!doctype html><html data-drawn lang="en">/)
  expect(pictureIn(html)).toBe(
    `<div data-drawn lang="it" aria-hidden="true" hidden inert><p data-style="top:0">https://here.example${page},it,64,Europe/Zurich</p></div></div>`,
  )
  expect(told(html)).toMatchObject({ language: 'it', isOwn: false, width: 64 })
  // January and July.
  expect([told(html).clock[0], told(html).clock[6]]).toEqual([-60, -120])
  expect(told(html).answers[0]).toEqual([
    '/api/catalogue',
    200,
    '7',
    { name: 'Alpweb AG', person: { language: 'fr' }, asks: signedIn.cookie },
  ])
  expect(told(await house.get(`/o/${organisation}`))).toMatchObject({ language: 'fr', isOwn: true })
  expect(await house.get(page, { ...signedIn, 'accept-encoding': 'gzip' })).toContain('here.example')
})

test('what people wrote ends no script and begins no element', async () => {
  const name = '</script><script>alert(1)</script><!--'
  const house = await given('async () => `<p>drawn</p>`', { name })
  const html = await drawnBy(house)
  expect(html.match(/<script/g)).toHaveLength(2)
  expect(told(html).answers[0][3].name).toBe(name)
})

test('what only some may ask is left out where it is refused; where anything else is, nothing is drawn and the page says itself why', async () => {
  const some = await given("async ({ answers }) => '<p>' + answers.length + '</p>'", { refused: '/customers/overview' })
  expect(pictureIn(await drawnBy(some))).toContain('<p>5</p>')
  const none = await given('async () => `<p>drawn</p>`', { refused: '/shell' })
  expect(pictureIn(await none.get(page))).toBe('</div>')
  expect(told(await none.get(page)).answers).toContainEqual([`/api/o/${organisation}/shell`, 403, '7', { code: 'not_entitled' }])
})

test('what stands behind the ? of an address asks for nothing but this page', async () => {
  const house = await given('async () => `<p>drawn</p>`')
  const asked = told(await house.get(`/o/${organisation}/customers?/../../../elsewhere`)).answers.map(([address]: [string]) => address)
  expect(asked).toContain(`/api/o/${organisation}/customers?/../../../elsewhere`)
})

test('only pages of somebody who is signed in, and requests, which anybody may open, are drawn', async () => {
  const house = await given('async () => `<p>drawn</p>`', { refused: '/api/me' })
  expect(await house.get(page, {})).toBe('as built')
  expect(await house.get('/sign-in')).toBe('as built')
  expect(told(await house.get('/r/aaaaaaaaaaaaaaaaaaaaaaaa', { 'accept-language': 'sv, it-CH;q=0.9' }))).toMatchObject({
    language: 'it',
    isOwn: false,
  })
})

test('nobody waits for a drawing that fails or takes long, nor hears of it', async () => {
  const failing = await given('async () => { throw new Error("a screen broke") }')
  await expect.poll(() => failing.get(page).then(() => failing.failures.join()), { timeout: 20_000 }).toContain('a screen broke')
  const slow = await given('async ({ address }) => (address.includes("nobody") ? "" : new Promise(() => {}))')
  await expect.poll(() => isDrawing(slow.drawer), { timeout: 20_000 }).toBe(true)
  expect(pictureIn(await slow.get(page))).toBe('</div>')
})

test('a page whose answers are late comes all the same, and rests, whatever it is asked with; other pages do not', async () => {
  const house = await given('async () => `<p>drawn</p>`', { slow: '/profile' })
  const customer = `/o/${organisation}/customers/${organisation}`
  expect(told(await house.get(customer)).answers).toEqual([])
  expect(await house.get(`${customer}?lang=it`)).toBe('as built')
  expect(told(await house.get(page)).answers).not.toEqual([])
})

test('where the process ends the page comes without a picture, and later ones with one again', async () => {
  const house = await given('async ({ address }) => (address.includes("ends") ? process.exit(1) : `<p>drawn</p>`)')
  await drawnBy(house)
  expect(pictureIn(await house.get(`${page}&ends`))).toBe('</div>')
  expect(house.failures).toEqual(['Error: The process that draws pages ended (1)'])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 })
  await drawnBy(house)
})

/** It took the work: an answer did not come at once. */
async function isDrawing(drawer: Drawer): Promise<boolean> {
  const drawing = { address: 'https://here.example/r/somebody', language: 'en', zone: 'UTC', width: 64, answers: [] } as const
  const began = drawer.draw(drawing)
  return (await Promise.race([began.then(() => 'done'), new Promise((resolve) => setTimeout(resolve, 20, 'drawing'))])) === 'drawing'
}
