// What a remote decision is measured against: Node's own HTTP server, answering every request with the same JSON and looking at nothing.
import { createServer } from 'node:http'

const fixed = '{"decision":true}'
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': fixed.length }).end(fixed)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
})
process.once('disconnect', () => process.exit(0))
