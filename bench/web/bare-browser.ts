// Chromium spoken to directly, told nothing but which address to open: Playwright listens to each request, for which V8 notes where in the source it was
// made and reads the whole application once more; on a slow processor that alone is a quarter of a second that nobody outside of a test waits.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromiumHere } from '../../tests/browser.ts'
import { type Hands, handsIn, type InPage } from './hands.ts'

/**
 * In milliseconds. `lcp`: from asking for the address to the largest part that was painted; `there`: to what the page is for, not only its frame; `inp`: from a
 * press to its paint, the longest of all; `shift`: what jumped, as the browser weighs it.
 */
export type Felt = { readonly lcp: number; readonly there: number; readonly inp: number; readonly shift: number }
/** What somebody does on a page once it is there. */
export type Doing = (hands: Hands) => Promise<void>
export type Asked = { readonly address: string; readonly token: string; readonly ready: string; readonly doing: Doing }
export type BareBrowser = {
  /** Opens an address signed in with this token, in a browser that knows nothing else, on a processor four times slower, and does these things there. */
  readonly feltAt: (asked: Asked) => Promise<Felt>
  /** How long a fixed amount of work takes in a page on that processor, in milliseconds: two runs on two machines compare by it. */
  readonly yardstick: () => Promise<number>
}

type Sent = { readonly method: string; readonly params?: object; readonly sessionId?: string }
type Answered = { readonly id?: number; readonly result?: Record<string, unknown>; readonly error?: { readonly message: string } }
type Send = (sent: Sent) => Promise<Record<string, unknown>>

const slowerBy = 4
/** Long enough for every page here to come to rest. */
const restMs = 5000

export async function withBareBrowser<T>(work: (browser: BareBrowser) => Promise<T>): Promise<T> {
  const { executablePath, args } = await chromiumHere()
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-chromium-'))
  const own = ['--headless=new', '--hide-scrollbars', '--remote-debugging-port=0', `--user-data-dir=${directory}`, '--window-size=1280,900']
  const browser = spawn(executablePath, [...args, ...own, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const left = new Promise((resolve) => browser.on('close', resolve))
  try {
    const send = await connected(await addressOf(browser))
    return await work({ feltAt: (asked) => feltAt(send, asked), yardstick: () => yardstick(send) })
  } finally {
    browser.kill()
    await left
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stderr?.on('data', (more: Buffer) => {
      said += more.toString()
      const [address] = /ws:\/\/\S+/.exec(said) ?? []
      if (address) resolve(address)
    })
    stderr?.on('close', () => reject(new Error(`Chromium did not start: ${said}`)))
  })
}

async function connected(address: string): Promise<Send> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, (answered: Answered) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answered = JSON.parse(String(data)) as Answered
    if (answered.id !== undefined) waiting.get(answered.id)?.(answered)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`Nobody answers at ${address}`)))
  })
  let last = 0
  return (sent) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, ({ result, error }) => (error ? reject(new Error(`${sent.method}: ${error.message}`)) : resolve(result ?? {})))
      socket.send(JSON.stringify({ id: last, ...sent }))
    })
}

async function feltAt(send: Send, { address, token, ready, doing }: Asked): Promise<Felt> {
  const { browserContextId, inPage } = await newPage(send)
  const cookie = { name: '__Host-session', value: token, url: address, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }
  await send({ method: 'Storage.setCookies', params: { browserContextId, cookies: [cookie] } })
  const { userAgent } = await send({ method: 'Browser.getVersion' })
  await inPage('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'de-CH,de' })
  await inPage('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Zurich' })
  await inPage('Page.enable', {})
  await inPage('Page.addScriptToEvaluateOnNewDocument', { source: watchFor(ready) })
  await inPage('Page.navigate', { url: address })
  await new Promise((resolve) => setTimeout(resolve, restMs))
  await doing(handsIn(inPage))
  const { result } = await inPage('Runtime.evaluate', { expression: read, awaitPromise: true, returnByValue: true })
  await send({ method: 'Target.disposeBrowserContext', params: { browserContextId } })
  return (result as { readonly value: Felt }).value
}

async function newPage(send: Send): Promise<{ readonly browserContextId: unknown; readonly inPage: InPage }> {
  const { browserContextId } = await send({ method: 'Target.createBrowserContext' })
  const { targetId } = await send({ method: 'Target.createTarget', params: { url: 'about:blank', browserContextId } })
  const { sessionId } = await send({ method: 'Target.attachToTarget', params: { targetId, flatten: true } })
  const inPage: InPage = (method, params) => send({ method, params, sessionId: String(sessionId) })
  await inPage('Emulation.setCPUThrottlingRate', { rate: slowerBy })
  return { browserContextId, inPage }
}

async function yardstick(send: Send): Promise<number> {
  const { browserContextId, inPage } = await newPage(send)
  const { result } = await inPage('Runtime.evaluate', { expression: fixedWork, returnByValue: true })
  await send({ method: 'Target.disposeBrowserContext', params: { browserContextId } })
  return (result as { readonly value: number }).value
}

/** As pages do it: objects, texts, elements, and where they come to stand. The middle of several times. */
const fixedWork = `(() => {
  const once = () => {
    const began = performance.now()
    const rows = Array.from({ length: 2000 }, (_, at) => ({ at, name: 'name ' + ((at * 7919) % 2000) }))
    const sorted = JSON.parse(JSON.stringify(rows)).sort((one, other) => one.name.localeCompare(other.name))
    document.body.replaceChildren(...sorted.map(({ name }) => Object.assign(document.createElement('p'), { textContent: name })))
    document.body.getBoundingClientRect()
    return performance.now() - began
  }
  return Array.from({ length: 9 }, once).sort((one, other) => one - other)[4]
})()`

/** Runs in the page from the beginning. */
const watchFor = (ready: string) => `
  globalThis.felt = { lcp: 0, there: 0, inp: 0, shift: 0 }
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, durationThreshold: 16 })
  watch('largest-contentful-paint', ({ startTime }) => { felt.lcp = startTime })
  watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) felt.shift += value })
  watch('event', ({ interactionId, duration }) => { if (interactionId > 0) felt.inp = Math.max(felt.inp, duration) })
  new MutationObserver((_, self) => {
    if (!document.querySelector(${JSON.stringify(ready)})) return
    self.disconnect()
    requestAnimationFrame(() => requestAnimationFrame((at) => { felt.there = at }))
  }).observe(document, { childList: true, subtree: true })`

/** What is still being counted is counted. */
const read = 'new Promise((resolve) => setTimeout(() => resolve(felt), 500))'
