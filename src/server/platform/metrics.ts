// What this process measures about itself, in the format that Prometheus reads.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { RequestTimes } from './request-times.ts'

export type Metrics = {
  readonly contentType: string
  readonly text: () => Promise<string>
  /** `route` is the pattern of the table of endpoints, never the address itself. */
  readonly request: (sample: { method: string; route: string; status: number; seconds: number }) => void
  readonly job: (kind: string, outcome: 'done' | 'later' | 'failed') => void
  readonly journalPosition: (position: number) => void
  readonly decisions: Pick<RequestTimes, 'add'>
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const jobs = new Counter({ name: 'jobs_total', help: 'Jobs that were run', labelNames: ['kind', 'outcome'], registers })
  const position = new Gauge({ name: 'journal_position', help: 'The newest position of the journal this node has seen', registers })
  const decisions = new RequestTimes('decision_request_duration_seconds', 'How long requests to the decision API took')
  // It counts by itself, and gives what the registry asks for.
  registry.registerMetric(decisions as unknown as Gauge)
  return {
    decisions,
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: ({ method, route, status, seconds }) => durations.observe({ method, route, status: String(status) }, seconds),
    job: (kind, outcome) => jobs.inc({ kind, outcome }),
    journalPosition: (value) => position.set(value),
  }
}
