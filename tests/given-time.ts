// A server whose clock a test sets: days pass at once, and everything that was due in them has been done.
import { runDueJobs } from '../src/server/platform/jobs.ts'
import { jobWork } from '../src/server/react.ts'
import { givenServer, type TestServer, type TestServerOptions } from './server.ts'

export type TimedServer = TestServer & {
  /** Another moment, and all jobs done that are due by then. */
  readonly passTo: (moment: string) => Promise<void>
  /** All jobs done that are due. */
  readonly settle: () => Promise<void>
  /** Everybody has proved again who they are. */
  readonly signInAgain: () => Promise<void>
}

export async function givenServerAt(at: string, options: Omit<TestServerOptions, 'at'> = {}): Promise<TimedServer> {
  const server = await givenServer({ ...options, at })
  const { clock, database } = server
  if (!clock) throw new Error('a server at a given time has a clock')
  const settle = async () => {
    for (;;) {
      await runDueJobs(server.server.house.pools.system, jobWork(server.server.house))
      const { rows } = await database.system.query<{ left: number }>(
        'select count(*)::int as left from job where done_at is null and failed_at is null and run_at <= now()',
      )
      if (rows[0]?.left === 0) return
    }
  }
  const signInAgain = async () => {
    await database.owner.query(
      "update session set seen_at = clock.at, authenticated_at = clock.at, expires_at = clock.at + interval '1 day' from simulated.clock",
    )
  }
  return {
    ...server,
    settle,
    signInAgain,
    async passTo(moment) {
      await settle()
      await clock.set(moment)
      await signInAgain()
      await settle()
    },
  }
}
