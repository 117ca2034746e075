// The process that draws: it holds no key, no connection and no file of the installation, knows one page at a time, and ends with the server.
import { pathToFileURL } from 'node:url'
import type { ToDraw } from './contract.ts'
import type { Drawn } from './drawer.ts'
import { firstQuestions } from './first-questions.ts'

const [place = ''] = process.argv.slice(2)
const { draw } = (await import(pathToFileURL(place).href)) as { readonly draw: (drawing: ToDraw) => Promise<string> }
/** What a page would ask for beyond what it was told, nobody answers. */
globalThis.fetch = () => Promise.reject(new Error('nothing is asked for while a page is drawn'))
const clockHere = () =>
  Array.from({ length: 12 * (new Date().getUTCFullYear() + 2 - 2017) }, (_, month) => new Date(Date.UTC(2017, month)).getTimezoneOffset())
let last: Promise<unknown> = Promise.resolve()
/** What nobody hears, since the server has ended, ends this. */
const say = (what: Drawn | 'ready') => process.send?.(what, undefined, undefined, (unheard) => unheard && process.exit())

process.on('message', ({ id, drawing }: { readonly id: number; readonly drawing: ToDraw }) => {
  last = last.then(async () => {
    process.env['TZ'] = drawing.zone
    Object.defineProperty(globalThis, 'location', { value: new URL(drawing.address), configurable: true })
    const drawn: Drawn = await draw(drawing).then(
      (html) => ({ id, html, clock: clockHere() }),
      (failure: unknown) => ({ id, failure: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) }),
    )
    say(drawn)
  })
})
process.on('disconnect', () => process.exit())
// The first time takes long: each kind of page is made once before somebody waits for it.
const families = ['/api/catalogue', 200, { families: [] }] as const
for (const page of Object.keys(firstQuestions)) {
  const address = `https://nobody.invalid${page.replaceAll('*', 'nobody')}`
  await draw({ address, language: 'en', zone: 'Europe/Zurich', width: 64, answers: [families] }).catch(() => '')
}
say('ready')
