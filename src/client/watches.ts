// Questions that are asked again whenever something happened, for pages that stay open.
import { type Decision, type Question, stale } from './question.ts'
import type { Said } from './replica-memory.ts'

export type Watches = {
  readonly add: (question: Question, heard: (decision: Decision) => void) => () => void
  /** Asks all again. `say` answers undefined when the replica cannot know. */
  readonly askAgain: (say: (question: Question) => Said | undefined) => void
}
type Watch = { readonly question: Question; readonly heard: (decision: Decision) => void; last: string | undefined }

export function openWatches(): Watches {
  const watches = new Set<Watch>()
  return {
    add(question, heard) {
      const watch: Watch = { question, heard, last: undefined }
      watches.add(watch)
      return () => watches.delete(watch)
    },
    askAgain(say) {
      for (const watch of watches) {
        const said = say(watch.question)
        // It is being looked up: the answer comes with the next request.
        if (said?.kind === 'unsure') continue
        const decision = said?.decision ?? stale
        if (watch.last === decision.reason) continue
        watch.last = decision.reason
        watch.heard(decision)
      }
    },
  }
}
