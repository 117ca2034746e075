// Long walks take turns with everything else: at most two milliseconds at a time.

const sliceMs = 2
declare const performance: { readonly now: () => number }

/** Walks to the end and gives others a turn (`pause`) whenever two milliseconds are over. */
export async function inSlices<T>(walk: Generator<void, T>, pause: () => Promise<unknown>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
    if (performance.now() - since > sliceMs) {
      await pause()
      since = performance.now()
    }
  }
}

/** Walks to the end at once. */
export function inOneGo<T>(walk: Generator<void, T>): T {
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
  }
}
