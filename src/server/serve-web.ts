// The built web application: hashed assets for a year, and one page for every address that is not the API's.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { House } from './house.ts'
import { isLoopbackName, isSentOn } from './platform/from-where.ts'
import { problemOf } from './problem.ts'
import { policyOfPage } from './security-headers.ts'

export const webDirectory = path.resolve(import.meta.dirname, '../../dist/web')

export function serveWeb(http: FastifyInstance, house: Pick<House, 'webDirectory' | 'publicUrl'>): void {
  const directory = house.webDirectory
  if (existsSync(directory)) {
    http.register(fastifyStatic, {
      root: directory,
      index: false,
      wildcard: false,
      globIgnore: ['**/*.{br,gz}'],
      preCompressed: true,
      setHeaders: (reply, file) => {
        reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  const page = path.join(directory, 'index.html')
  const policy = existsSync(page) && policyOfPage(readFileSync(page, 'utf8'))
  http.setNotFoundHandler((request, reply) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/api/') && !/\.\w{2,5}($|\?)/.test(request.url)
    if (!isPage || policy === false) {
      return reply
        .status(404)
        .type('application/problem+json')
        .send(JSON.stringify(problemOf('not_found', request.id)))
    }
    const address = properAddress(request, house.publicUrl)
    if (address !== undefined) return reply.header('cache-control', 'no-store').redirect(address)
    return reply.header('content-security-policy', policy).sendFile('index.html')
  })
}

/** Where this machine has several names (127.0.0.1, localhost), sessions and passkeys belong to the one of the public address: pages are shown there. */
function properAddress(request: FastifyRequest, publicUrl: string): string | undefined {
  const asked = `http://${request.headers.host}`
  if (!URL.canParse(asked) || isSentOn(request) || !request.url.startsWith('/')) return undefined
  const [here, proper] = [new URL(asked), new URL(publicUrl)]
  const isSameMachine = isLoopbackName(here.hostname) && isLoopbackName(proper.hostname) && here.port === proper.port
  return isSameMachine && here.hostname !== proper.hostname ? `${proper.origin}${request.url}` : undefined
}
