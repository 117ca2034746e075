// The operator’s first page: who works here, what waits, and how the house is doing.
import type { Answer } from '../endpoint.ts'
import type { OperatorWork } from '../work.ts'
import type { getConsole as consoleContract, getHealth as healthContract } from './contract.ts'
import { readFailures, readHead, readJobs, readNodes } from './health-store.ts'
import { countApplications } from './organisations-store.ts'

export async function getConsole({ tx, person }: OperatorWork): Promise<Answer<typeof consoleContract>> {
  return { person: { id: person.id, name: person.name }, waiting: { applications: await countApplications(tx) } }
}

export async function getHealth({ tx }: OperatorWork): Promise<Answer<typeof healthContract>> {
  const head = await readHead(tx)
  const jobs = await readJobs(tx)
  const failures = await readFailures(tx)
  const nodes = await readNodes(tx)
  return {
    journal: { position: head.position, at: head.at.toISOString(), epoch: head.epoch, chain: Buffer.from(head.chain).toString('hex') },
    jobs: {
      due: jobs.due,
      dueSince: jobs.due_since?.toISOString() ?? null,
      failed: jobs.failed,
      failures: failures.flatMap(({ failed_at, last_error, ...job }) =>
        failed_at ? [{ ...job, at: failed_at.toISOString(), error: last_error }] : [],
      ),
    },
    nodes: nodes.map((node) => ({
      name: node.name,
      kind: node.kind === 'replica' ? 'replica' : 'node',
      position: node.position,
      startedAt: node.started_at.toISOString(),
      reportedAt: node.reported_at.toISOString(),
    })),
  }
}
