// A product console for DNS zones. It knows Prokura by its public interfaces only: OpenID Connect (openid-client) and @prokura/client.
import { createServer } from 'node:http'
import { openProkura } from '@prokura/client'
import { openReplica } from '@prokura/client/replica'
import { answer } from './answer.ts'
import { readConfig } from './config.ts'
import type { Console } from './console.ts'
import { openSessions } from './sessions.ts'
import { openSignIn } from './sign-in.ts'

const config = readConfig()
const prokura = openProkura({
  issuer: config.prokuraUrl,
  clientId: config.clientId,
  clientSecret: config.clientSecret,
  resource: `${config.url}/`,
})
const replica = openReplica(prokura)
const parts: Console = { config, prokura, replica, sessions: openSessions(), signIn: openSignIn(config) }

const server = createServer((request, response) => void answer(parts, request, response))
// With the replica there from the first page on, unless Prokura takes long to come.
await Promise.race([replica.ready(), new Promise((resolve) => setTimeout(resolve, 10_000))])
server.listen(config.port, config.host, () => process.stdout.write(`Zone console is ready: ${config.url}\n`))

function stop(): void {
  replica.close()
  server.close(() => process.exit(0))
  server.closeAllConnections()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// Started by another program, it does not outlive it.
process.on('disconnect', stop)
