// How long requests of a few known kinds took, counted without making an object: for paths where a histogram by labels would be felt.

const bounds = [0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

type Value = { readonly metricName: string; readonly labels: Readonly<Record<string, string | number>>; readonly value: number }

/** A metric of the registry: it is asked for its values when somebody looks. */
export class RequestTimes {
  readonly type = 'histogram'
  readonly aggregator = 'sum'
  readonly name: string
  readonly help: string
  readonly #counted = new Map<string, { readonly counts: Float64Array; sum: number }>()

  constructor(name: string, help: string) {
    this.name = name
    this.help = help
  }

  /** One of few kinds, in the statuses that occur. */
  add(kind: string, status: number, milliseconds: number): void {
    const key = `${kind} ${status}`
    let counted = this.#counted.get(key)
    if (counted === undefined) {
      counted = { counts: new Float64Array(bounds.length + 1), sum: 0 }
      this.#counted.set(key, counted)
    }
    const seconds = milliseconds / 1_000
    let bucket = 0
    while (bucket < bounds.length && seconds > (bounds[bucket] ?? 0)) bucket++
    counted.counts[bucket] = (counted.counts[bucket] ?? 0) + 1
    counted.sum += seconds
  }

  async get() {
    const { name, help, type, aggregator } = this
    return { name, help, type, aggregator, values: [...this.#counted].flatMap(([key, counted]) => this.#valuesOf(key, counted)) }
  }

  reset(): void {
    this.#counted.clear()
  }

  #valuesOf(key: string, { counts, sum }: { readonly counts: Float64Array; readonly sum: number }): readonly Value[] {
    const [kind = '', status = ''] = key.split(' ')
    const labels = { kind, status }
    let below = 0
    const buckets = [...bounds, '+Inf'].map((le, place) => {
      below += counts[place] ?? 0
      return { metricName: `${this.name}_bucket`, labels: { le, ...labels }, value: below }
    })
    return [...buckets, { metricName: `${this.name}_sum`, labels, value: sum }, { metricName: `${this.name}_count`, labels, value: below }]
  }
}
