// Waits for Ctrl-C or SIGTERM, then stops in order. A second Ctrl-C ends the process at once.
// One Ctrl-C in a terminal may arrive twice: from the terminal and from npm, which passes it on.

const sameKeystrokeMs = 700

export function untilStopped(stop: () => Promise<void>, say: (progress: string) => void): void {
  let asked: number | undefined
  const onSignal = () => {
    if (asked === undefined) {
      asked = performance.now()
      say('Stopping …')
      stop().then(
        () => process.exit(0),
        (failure: unknown) => {
          console.error(failure)
          process.exit(1)
        },
      )
    } else if (performance.now() - asked > sameKeystrokeMs) {
      process.exit(130)
    }
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
