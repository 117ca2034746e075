// What somebody published under a name of theirs: the TXT records of a domain and a small file of its website. Never anything of our own
// network: only public addresses, no redirects, little content, and little time.
import type { LookupAddress } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export type Published = {
  /** The TXT records of a name, each as one text; none when there are none or nobody answers. */
  readonly txt: (name: string) => Promise<readonly string[]>
  /** The file at `https://host/path`; undefined when there is none to be had. */
  readonly file: (host: string, path: string) => Promise<string | undefined>
}

export type PublishedOptions = {
  /** Name servers as `address:port`; those of this machine otherwise. */
  readonly nameServers?: readonly string[]
  readonly isAllowed?: (address: string) => boolean
  readonly timeoutMs?: number
  /** For tests, which have no certificate. */
  readonly plainPort?: number
}

const largestFile = 4_096
const mostTexts = 100

export function openPublished({
  nameServers,
  isAllowed = isPublicAddress,
  timeoutMs = 5_000,
  plainPort,
}: PublishedOptions = {}): Published {
  const resolver = new Resolver({ timeout: timeoutMs / 2, tries: 2 })
  if (nameServers) resolver.setServers(nameServers)
  return {
    async txt(name) {
      const records = await resolver.resolveTxt(name).catch(() => [])
      return records.slice(0, mostTexts).map((parts) => parts.join(''))
    },
    // An address in the place of a name would be connected to without being looked up.
    file: async (host, path) =>
      isIP(host) > 0 ? undefined : fetchFile({ host, path, lookup: lookupWith(resolver, isAllowed), timeoutMs, plainPort }),
  }
}

/** Every address of the name must be allowed, and the connection goes to one of these very addresses: no second look-up can change it. */
function lookupWith(resolver: Resolver, isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    void addressesOf(resolver, host).then((found) => {
      const [first] = found
      if (!first || !found.every(({ address }) => isAllowed(address))) {
        callback(new Error(`${host} has no public address`), '', 0)
        return
      }
      if (options.all) callback(null, [...found])
      else callback(null, first.address, first.family)
    })
  }
}

async function addressesOf(resolver: Resolver, host: string): Promise<readonly LookupAddress[]> {
  const [four, six] = await Promise.all([resolver.resolve4(host).catch(() => []), resolver.resolve6(host).catch(() => [])])
  return [...four.map((address) => ({ address, family: 4 })), ...six.map((address) => ({ address, family: 6 }))]
}

type Asked = {
  readonly host: string
  readonly path: string
  readonly lookup: LookupFunction
  readonly timeoutMs: number
  readonly plainPort: number | undefined
}

function fetchFile({ host, path, lookup, timeoutMs, plainPort }: Asked): Promise<string | undefined> {
  const options = { host, path, lookup, agent: false, headers: { accept: 'text/plain', 'user-agent': 'Prokura' } } as const
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const answered = (response: http.IncomingMessage) => {
    if (response.statusCode !== 200) return end(undefined)
    let text = ''
    response.setEncoding('utf8')
    response.on('data', (piece: string) => {
      text += piece
      if (text.length > largestFile) end(undefined)
    })
    response.on('end', () => end(text))
    response.on('error', () => end(undefined))
  }
  const request = plainPort === undefined ? https.get(options, answered) : http.get({ ...options, port: plainPort }, answered)
  const timer = setTimeout(() => end(undefined), timeoutMs)
  const end = (text: string | undefined): void => {
    clearTimeout(timer)
    resolve(text)
    request.destroy()
  }
  request.on('error', () => end(undefined))
  return promise
}
