// The built web application: hashed assets for a year, and one page for every address that is not the API's.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { House } from './house.ts'
import { problemOf } from './problem.ts'

export const webDirectory = path.resolve(import.meta.dirname, '../../dist/web')

export function serveWeb(http: FastifyInstance, house: House): void {
  const directory = house.webDirectory
  if (existsSync(directory)) {
    http.register(fastifyStatic, {
      root: directory,
      index: false,
      wildcard: false,
      setHeaders: (reply, file) => {
        reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  const page = path.join(directory, 'index.html')
  http.setNotFoundHandler((request, reply) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/api/') && !/\.\w{2,5}($|\?)/.test(request.url)
    if (!isPage || !existsSync(page)) {
      return reply
        .status(404)
        .type('application/problem+json')
        .send(JSON.stringify(problemOf('not_found', request.id)))
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(readFileSync(page))
  })
}
