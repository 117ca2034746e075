// Waits for a ring or a pause, whichever comes first; a ring that nobody waited for is not lost.

export function newBell(): { ring: () => void; wait: (pauseMs: number) => Promise<void> } {
  let rung = false
  let wakeUp: (() => void) | undefined
  return {
    ring() {
      rung = true
      wakeUp?.()
    },
    async wait(pauseMs) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pauseMs)
          wakeUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
      wakeUp = undefined
    },
  }
}
