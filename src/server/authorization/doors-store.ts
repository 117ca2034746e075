// The table of those who answer from memory: written by each node for itself and its replicas, read by whoever wants to know that all are closed.
import type pg from 'pg'

export type DoorToReport = {
  readonly id: string
  readonly kind: 'node' | 'replica'
  readonly name: string
  readonly position: number
  /** For how much longer it may answer; 0: as was reported before. */
  readonly leaseMs: number
}
export type Report = {
  readonly reporter: string
  readonly doors: readonly DoorToReport[]
  /** Survives a crash of the database: needed for promises. */
  readonly durable: boolean
}

/** One statement, so that a node and its replicas are seen together. */
export async function report(pool: pg.Pool, { reporter, doors, durable }: Report): Promise<void> {
  await pool.query({
    name: durable ? 'promise-doors' : 'report-doors',
    text: `with how as materialized (select set_config('synchronous_commit', ${durable ? "current_setting('synchronous_commit')" : "'off'"}, true) as set, clock_timestamp() as clock)
      insert into node as known (reporter, id, kind, name, position, started_at, moved_at, reported_at, lease_until)
      select $1::uuid, d.id, d.kind, d.name, d.position, how.clock, how.clock, how.clock, how.clock + d."leaseMs" * interval '1 millisecond'
      from how, json_to_recordset($2::json) as d(id text, kind text, name text, position bigint, "leaseMs" integer) where how.set is not null
      on conflict (reporter, id) do update set position = excluded.position,
        moved_at = case when excluded.position > known.position then excluded.moved_at else known.moved_at end,
        reported_at = excluded.reported_at, lease_until = greatest(known.lease_until, excluded.lease_until)`,
    values: [reporter, JSON.stringify(doors)],
  })
}

export type ReportedDoor = {
  readonly id: string
  readonly kind: 'node' | 'replica'
  readonly name: string
  readonly position: number
  readonly movedAt: number
  readonly leaseUntil: number
}
type Row = { id: string; kind: ReportedDoor['kind']; name: string; position: number; moved_at: Date; lease_until: Date }

/** All that are known, and the database's clock at that moment. */
export async function readDoors(pool: pg.Pool): Promise<{ readonly doors: readonly ReportedDoor[]; readonly clock: number }> {
  const { rows } = await pool.query<{ clock: Date } & (Row | { [Column in keyof Row]: null })>({
    name: 'read-doors',
    text: 'select c.clock, n.id, n.kind, n.name, n.position, n.moved_at, n.lease_until from (select clock_timestamp() as clock) c left join node n on true',
  })
  const doors = rows.flatMap((row) => (row.id === null ? [] : [toDoor(row)]))
  return { doors, clock: rows[0]?.clock.getTime() ?? 0 }
}

const toDoor = ({ id, kind, name, position, moved_at, lease_until }: Row): ReportedDoor => ({
  id,
  kind,
  name,
  position,
  movedAt: moved_at.getTime(),
  leaseUntil: lease_until.getTime() + 1, // a Date has lost the microseconds
})

/** A node that stops answers no more; what it fed may still do so for a moment. */
export async function deleteDoors(pool: pg.Pool, reporter: string): Promise<void> {
  await pool.query("delete from node where reporter = $1 and kind = 'node'", [reporter])
}

export async function deleteOldDoors(pool: pg.Pool): Promise<void> {
  await pool.query("delete from node where lease_until < clock_timestamp() - interval '1 minute'")
}
