// The built web application: hashed assets for a year, and one page for every address that is not the API's.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openDrawer } from './drawing/drawer.ts'
import { openDrawnPages, takesDrawn } from './drawing/drawn-page.ts'
import type { House } from './house.ts'
import { isLoopbackName, isSentOn } from './platform/from-where.ts'
import { problemOf } from './problem.ts'
import { policyOfPage } from './security-headers.ts'

export const webDirectory = path.resolve(import.meta.dirname, '../../dist/web')

export function serveWeb(http: FastifyInstance, house: Pick<House, 'webDirectory' | 'publicUrl' | 'log'>): void {
  const directory = house.webDirectory
  if (existsSync(directory)) {
    http.register(fastifyStatic, {
      root: directory,
      index: false,
      wildcard: false,
      globIgnore: ['**/*.{br,gz}', 'drawing/**'],
      preCompressed: true,
      setHeaders: (reply, file) => {
        reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  const page = path.join(directory, 'index.html')
  const html = existsSync(page) && readFileSync(page, 'utf8')
  const drawn = html && drawnPages(http, house, html)
  const policy = html && policyOfPage(drawn ? html + takesDrawn : html)
  http.setNotFoundHandler((request, reply) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/api/') && !/\.\w{2,5}($|\?)/.test(request.url)
    if (!isPage || !policy) {
      return reply
        .status(404)
        .type('application/problem+json')
        .send(JSON.stringify(problemOf('not_found', request.id)))
    }
    const address = properAddress(request, house.publicUrl)
    if (address !== undefined) return reply.header('cache-control', 'no-store').redirect(address)
    const ahead = drawn && request.method === 'GET' ? drawn(request) : undefined
    reply.header('content-security-policy', policy)
    if (!ahead) return reply.sendFile('index.html')
    if (ahead.encoding) reply.header('content-encoding', ahead.encoding)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('vary', 'accept-encoding').send(ahead.page)
  })
}

/** Where what draws was built with the application. */
function drawnPages(
  http: FastifyInstance,
  { webDirectory, publicUrl, log }: Pick<House, 'webDirectory' | 'publicUrl' | 'log'>,
  html: string,
) {
  const place = path.join(webDirectory, 'drawing/draw.js')
  if (!existsSync(place)) return undefined
  const drawer = openDrawer(place, (err) => log.warn({ err }, 'a page was not drawn'))
  http.addHook('onClose', async () => drawer.stop())
  return openDrawnPages(html, { http, drawer, origin: publicUrl })
}

/** Where this machine has several names (127.0.0.1, localhost), sessions and passkeys belong to the one of the public address: pages are shown there. */
function properAddress(request: FastifyRequest, publicUrl: string): string | undefined {
  const asked = `http://${request.headers.host}`
  if (!URL.canParse(asked) || isSentOn(request) || !request.url.startsWith('/')) return undefined
  const [here, proper] = [new URL(asked), new URL(publicUrl)]
  const isSameMachine = isLoopbackName(here.hostname) && isLoopbackName(proper.hostname) && here.port === proper.port
  return isSameMachine && here.hostname !== proper.hostname ? `${proper.origin}${request.url}` : undefined
}
