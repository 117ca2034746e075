// A load generator that costs little: prepared requests over keep-alive connections, one after the other on each, answers only counted.
import net from 'node:net'

export type Load = {
  readonly port: number
  readonly path: string
  readonly body: string
  readonly token: string
  readonly connections: number
}

/** Answers a second, over `seconds`, after a start that is not counted. */
export async function load({ port, path, body, token, connections }: Load, seconds: number): Promise<number> {
  const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\nX-Request-ID: 0199\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  const request = Buffer.from(head + body)
  const clients = Array.from({ length: connections }, () => new Client(port, request))
  await Promise.all(clients.map((client) => client.opened))
  await pause(seconds / 3)
  const [before, since] = [sum(clients), performance.now()]
  await pause(seconds)
  const perSecond = ((sum(clients) - before) * 1_000) / (performance.now() - since)
  for (const client of clients) client.close()
  return perSecond
}

const sum = (clients: readonly Client[]) => clients.reduce((total, { answered }) => total + answered, 0)
const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1_000))

class Client {
  answered = 0
  readonly opened: Promise<void>
  readonly #socket: net.Socket

  constructor(port: number, request: Buffer) {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket = socket
    let missing = 0
    socket.on('data', (chunk: Buffer) => {
      missing = missing > 0 ? missing - chunk.length : lengthOf(chunk) - chunk.length
      if (missing > 0) return
      this.answered++
      socket.write(request)
    })
    this.opened = new Promise((open, failed) => {
      socket.once('error', failed)
      socket.once('connect', () => {
        socket.write(request)
        open()
      })
    })
  }

  close(): void {
    this.#socket.destroy()
  }
}

/** Of the whole answer, head included. */
function lengthOf(first: Buffer): number {
  const end = first.indexOf('\r\n\r\n')
  const head = first.toString('latin1', 0, end)
  if (!head.startsWith('HTTP/1.1 200 ')) throw new Error(`the server answered ${head.slice(0, 200)}`)
  return end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1])
}
