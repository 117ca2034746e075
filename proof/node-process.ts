// One node of the product in a process of its own, which also answers decisions from its memory when its parent asks. Ends with its parent.

import { withFreePort } from '../scripts/start/free-port.ts'
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import type { Asked } from '../src/live-index/asked.ts'
import { readConfig } from '../src/server/config.ts'
import { startServer } from '../src/server/main.ts'
import type { DatabaseAddress } from '../src/server/platform/pool.ts'

/** `blind`: looks at the journal no more, as if it were cut off from the database, and goes on answering. */
export type ToNode =
  | { readonly id: number; readonly do: 'check'; readonly asked: Asked; readonly consistency: 'strong' | 'bounded' }
  | { readonly id: number; readonly do: 'blind' }
export type FromNode = { readonly url: string } | { readonly id: number; readonly answer: 'allowed' | 'denied' | 'stale' }

const { address, secretKey } = JSON.parse(process.argv[2] ?? '') as { address: DatabaseAddress; secretKey: string }
const directory = temporaryDirectory()
const settings = { PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'error', SECRET_KEY: secretKey }
const server = await startServer(await withFreePort(readConfig(settings)), address)
const { decisions } = server.house

async function answer(question: ToNode): Promise<'allowed' | 'denied' | 'stale'> {
  if (question.do === 'blind') {
    void decisions.stop() // looks no more from this moment on; letting go of its connections takes longer
    return 'stale'
  }
  const fresh = await decisions.fresh({ consistency: question.consistency }, [question.asked])
  if (fresh === 'stale') return 'stale'
  return fresh.index.isAllowed(question.asked, fresh.now) ? 'allowed' : 'denied'
}

const send = (message: FromNode) => process.connected && process.send?.(message)
process.on('message', (question: ToNode) => void answer(question).then((said) => send({ id: question.id, answer: said })))
process.once('disconnect', () => {
  void server.stop().then(() => {
    throwAway(directory)
    process.exit(0)
  })
})
send({ url: server.url })
