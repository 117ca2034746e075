// Looks that begin after somebody asked: whoever asks while one is under way shares the one after it.
import type { ToLookUp } from '../live-index/unknown-or-over.ts'
import { Unsure } from './unsure.ts'

export type Look = Partial<ToLookUp> & { readonly seen: readonly string[] }

/** `look` answers whether memory is as new as it. The result does too, and never throws. */
export function openLooks(look: (about: Look) => Promise<boolean>) {
  let running: Promise<boolean> | undefined
  let next: { readonly done: Promise<boolean>; readonly about: Gathered } | undefined
  const begin = (about: Gathered): Promise<boolean> => {
    running = look(about.look())
      .catch(() => false)
      .finally(() => {
        running = undefined
      })
    return running
  }
  return (about: ToLookUp | undefined, seen: string | undefined): Promise<boolean> => {
    if (running === undefined) return begin(new Gathered().add(about, seen))
    if (next === undefined) {
      const gathered = new Gathered()
      const done = running.then(() => {
        next = undefined
        return begin(gathered)
      })
      next = { done, about: gathered }
    }
    next.about.add(about, seen)
    return next.done
  }
}

class Gathered {
  readonly #about = new Unsure()
  readonly #seen = new Set<string>()

  add(about: ToLookUp | undefined, seen: string | undefined): this {
    if (about !== undefined) this.#about.add(about)
    if (seen !== undefined) this.#seen.add(seen)
    return this
  }

  look(): Look {
    return { ...this.#about.take(), seen: [...this.#seen] }
  }
}
