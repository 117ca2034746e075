// From the answer to whoever took access away until the last door is shut: 10,000 revocations of every kind, on two whole nodes under load.
// BENCH_REVOCATIONS makes it fewer, for a quick look.
import { withDatabase } from '../../proof/database.ts'
import { measure, spread } from '../../proof/revocation.ts'
import type { Seen } from '../../proof/revocation-try.ts'
import { type Bench, type Figure, rounded } from '../figure.ts'

const count = Number(process.env['BENCH_REVOCATIONS'] ?? 10_000)

export const benchRevocation: Bench = () =>
  withDatabase(async (database) => {
    const seen = await measure(database, count)
    const violations = seen.reduce((sum, one) => sum + one.violations, 0)
    return [
      ...figures('revocation', seen, slowest),
      ...figures('revocation.memory', seen, ({ bounded }) => bounded),
      ...figures('revocation.page', seen, ({ page }) => page),
      ...figures('revocation.receipt', seen, ({ receipt }) => receipt),
      {
        figure: 'revocation.violations',
        value: violations,
        unit: '',
        against: `strong checks that allowed after the answer, ${seen.length} revocations`,
      },
    ]
  })

/** Whatever of a revocation was open longest. */
const slowest = ({ bounded, page = 0, visit, token = 0 }: Seen): number => Math.max(bounded, page, visit, token)

function figures(name: string, seen: readonly Seen[], of: (one: Seen) => number | undefined): readonly Figure[] {
  const { p50, p99, max } = spread(seen.map(of))
  const figure = (part: string, value: number, aimMs: number): Figure => ({
    figure: `${name}.${part}`,
    value: rounded(value),
    unit: 'ms',
    against: `aim ${aimMs} ms`,
    ratio: rounded(value / aimMs),
  })
  return [figure('p50', p50, 100), figure('p99', p99, 1_000), figure('max', max, 1_000)]
}
