// Whole nodes of the product on one database, each in a process of its own, for what must hold across them.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Asked } from '../src/live-index/asked.ts'
import type { DatabaseAddress } from '../src/server/platform/pool.ts'
import type { FromNode, ToNode } from './node-process.ts'

export type Said = 'allowed' | 'denied' | 'stale'
export type ProofNode = {
  readonly url: string
  readonly check: (asked: Asked, consistency: 'strong' | 'bounded') => Promise<Said>
  /** It looks at the journal no more, and goes on answering as long as it may. */
  readonly blind: () => Promise<Said>
  readonly pause: () => void
  readonly goOn: () => void
  readonly stop: () => Promise<void>
}

const secretKey = '5'.repeat(64)

export async function startNode(address: DatabaseAddress): Promise<ProofNode> {
  const child = fork(path.join(import.meta.dirname, 'node-process.ts'), [JSON.stringify({ address, secretKey })], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [first] = (await once(child, 'message')) as [FromNode]
  const waiting = new Map<number, (said: Said) => void>()
  child.on('message', (message: FromNode) => {
    if (!('id' in message)) return
    waiting.get(message.id)?.(message.answer)
    waiting.delete(message.id)
  })
  let last = 0
  const ask = (question: { do: 'check'; asked: Asked; consistency: 'strong' | 'bounded' } | { do: 'blind' }) =>
    new Promise<Said>((resolve) => {
      const id = ++last
      waiting.set(id, resolve)
      child.send({ id, ...question } satisfies ToNode)
    })
  return {
    url: 'url' in first ? first.url : '',
    check: (asked, consistency) => ask({ do: 'check', asked, consistency }),
    blind: () => ask({ do: 'blind' }),
    pause: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    stop: () => stop(child),
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.disconnect()
  await gone
}
