// Nobody waits for ever.

/** The same, or a failure when it takes longer: a connection that answers nothing is as good as none. */
export async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    // Timers come before answers: after this process was busy for as long, the answer may be here and only not read yet.
    timer = setTimeout(() => setImmediate(() => reject(new Error(`no answer within ${milliseconds} ms`))), milliseconds)
  })
  try {
    return await Promise.race([promise, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
