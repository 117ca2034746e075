// The clock of one database, set by hand: what SQL reads as now is a row. It exists in databases of tests and proofs only: it takes their
// owner to put another clock before PostgreSQL's own, and nothing in the server can.
import type pg from 'pg'

export type GivenClock = {
  /** The moment from now on, as everything that asks this database has it. */
  readonly set: (at: number | string) => Promise<void>
}

/** Before the first connection of whoever is to live by it: a connection keeps the search path it began with. */
export async function givenClock(owner: pg.Pool, at: number | string): Promise<GivenClock> {
  const database = (await owner.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? ''
  const readsClock = `create function simulated.%s() returns timestamptz language sql stable as 'select at from simulated.clock'`
  await owner.query(`
    create schema simulated;
    grant usage on schema simulated to public;
    create table simulated.clock (at timestamptz not null);
    grant select on simulated.clock to public;
    ${readsClock.replace('%s', 'now')};
    ${readsClock.replace('%s', 'clock_timestamp')};
    do $$
    declare reading regprocedure;
    begin
      for reading in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proconfig::text like '%search_path%' loop
        execute format('alter function %s set search_path = simulated, pg_catalog, public', reading);
      end loop;
    end $$;
    alter database ${database} set search_path = simulated, pg_catalog, public`)
  await owner.query('insert into simulated.clock values ($1)', [new Date(at)])
  return {
    async set(moment) {
      await owner.query('update simulated.clock set at = $1', [new Date(moment)])
    },
  }
}
