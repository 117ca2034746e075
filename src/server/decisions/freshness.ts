// How current an answer must be, gathered from all contexts of a request: the strictest counts. Also which visits and sessions it is about.
import type { Asked } from '../../live-index/asked.ts'
import type { Freshness } from '../authorization/decisions.ts'
import { isObject, isPosition } from './question.ts'

type About = Pick<Asked, 'visit' | 'session'>

export class Wanted {
  readonly about: About[] = []
  #isStrong = false
  #atLeast = 0
  #last: unknown

  /** Looks into one context; the same object is looked into once. What is malformed in it counts for nothing here. */
  add(context: unknown): void {
    if (context === this.#last && context !== undefined) return
    this.#last = context
    if (!isObject(context)) {
      this.#isStrong = true
      return
    }
    if (context['consistency'] !== 'bounded') this.#isStrong = true
    const position = context['min_position']
    if (isPosition(position) && position > this.#atLeast) this.#atLeast = position
    const { visit, session } = context
    if (typeof visit !== 'string' && typeof session !== 'string') return
    const last = this.about.at(-1)
    if (last?.visit === visit && last?.session === session) return
    this.about.push({ visit: text(visit), session: text(session) })
  }

  get how(): Freshness {
    const consistency = this.#isStrong ? 'strong' : 'bounded'
    return this.#atLeast === 0 ? { consistency } : { consistency, atLeast: this.#atLeast }
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
