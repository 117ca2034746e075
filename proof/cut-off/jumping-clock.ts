// Loaded before a program: from then on its wall clock jumps back and forth by an hour, ten times a second.
const RealDate = Date
const hourMs = 3_600_000
let offset = hourMs
setInterval(() => {
  offset = -offset
}, 100).unref()

class JumpingDate extends RealDate {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(RealDate.now() + offset)
    else super(...(given as [number]))
  }
  static override now(): number {
    return RealDate.now() + offset
  }
}
Object.defineProperty(globalThis, 'Date', { value: JumpingDate, configurable: true, writable: true })
