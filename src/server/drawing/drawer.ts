// Draws pages in a process of its own, which begins with the first page and is begun anew when it ends. Nobody waits for a drawing that takes long.
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { ToDraw } from './contract.ts'

/**
 * `clock`: minutes from the clock of that zone to UTC, as Date tells them, on the first of each month from 2017 to the end of the next year. Zones that are the
 * same today may differ in other seasons, of which a page has dates, too.
 */
export type Picture = { readonly html: string; readonly clock: readonly number[] }
export type Drawn = { readonly id: number } & (Picture | { readonly failure: string })
export type Drawer = {
  /** undefined: there is none in time, and the page comes without. */
  readonly draw: (drawing: ToDraw) => Promise<Picture | undefined>
  /** Somebody has come: soon there may be something to draw. */
  readonly begin: () => void
  readonly stop: () => void
}

const patienceMs = 250
/** A process that has not answered by then never will. */
const stuckMs = 5_000
/** More than that wait for nothing; what nobody waits for any more is still drawn. */
const mostAtOnce = 16
const restMs = 10_000

/** `place`: the built module that draws (src/web/drawing/draw.tsx). */
export function openDrawer(place: string, failed: (failure: unknown) => void): Drawer {
  let hand: ChildProcess | undefined
  let isReady = false
  let restsUntil = 0
  let last = 0
  let isStopping = false
  const waiting = new Map<number, (picture: Picture | undefined) => void>()
  const working = new Map<number, ReturnType<typeof setTimeout>>()
  const done = (id: number, picture?: Picture) => {
    waiting.get(id)?.(picture)
    waiting.delete(id)
  }
  const answered = (said: Drawn) => {
    clearTimeout(working.get(said.id))
    working.delete(said.id)
    if ('html' in said) return done(said.id, said)
    failed(new Error(`A page could not be drawn: ${said.failure}`))
    done(said.id)
  }
  const ended = (code: number | null) => {
    if (!isStopping) failed(new Error(`The process that draws pages ended (${code})`))
    hand = undefined
    isReady = false
    restsUntil = Date.now() + restMs
    for (const timer of working.values()) clearTimeout(timer)
    working.clear()
    for (const id of waiting.keys()) done(id)
  }
  const begin = () => {
    if (hand !== undefined || Date.now() < restsUntil) return
    try {
      hand = forkHand(place)
    } catch (failure) {
      // There is no memory for one, as an example.
      restsUntil = Date.now() + restMs
      return failed(failure)
    }
    hand.on('message', (said: Drawn | 'ready') => {
      if (said === 'ready') isReady = true
      else answered(said)
    })
    hand.on('error', failed)
    // Not 'exit', which never comes of what could not begin, and comes before the last message.
    hand.on('close', ended)
    hand.unref()
    hand.channel?.unref()
  }
  return {
    begin,
    draw: (drawing) => {
      begin()
      if (!isReady || working.size >= mostAtOnce) return Promise.resolve(undefined)
      last += 1
      const id = last
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        working.set(id, setTimeout(() => hand?.kill('SIGKILL'), stuckMs).unref())
        hand?.send({ id, drawing })
        setTimeout(done, patienceMs, id)
      })
    },
    stop: () => {
      isStopping = true
      // It has nothing to finish, and may be at something that never ends.
      hand?.kill('SIGKILL')
    },
  }
}

function forkHand(place: string): ChildProcess {
  const env = { NODE_ENV: 'production', TZ: 'Europe/Zurich', PATH: '' }
  return fork(path.join(import.meta.dirname, 'drawing-process.ts'), [place], { env, execArgv: ['--max-old-space-size=128'] })
}
