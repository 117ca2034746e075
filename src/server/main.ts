// One running node: opens what it needs, serves, does its jobs, follows the journal; and lets go of everything in order.

import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { successionWork } from './accept-for-successor.ts'
import { openActingAtConsole } from './authorization/at-console.ts'
import { authoriseProvider } from './authorization/authorise-provider.ts'
import { openConsoleOf } from './authorization/console-of-token.ts'
import { openDecisions } from './authorization/decisions.ts'
import { openDoors } from './authorization/doors.ts'
import { openUses } from './authorization/note-uses.ts'
import { familyRights, tellFamilyRights } from './catalogue/family-right-store.ts'
import { knowOwnFamilies } from './catalogue/own-families.ts'
import { refuseLosses } from './catalogue/refuse-losses.ts'
import { startChores } from './chores.ts'
import type { Config } from './config.ts'
import { openIdRoutes } from './consoles/open-id-routes.ts'
import { serveDecisions } from './decisions/serve-decisions.ts'
import { describeApi } from './describe-api.ts'
import type { House } from './house.ts'
import { openHttp } from './http.ts'
import { follow } from './journal/follow.ts'
import { openReadRecorder } from './journal/record-reads.ts'
import { hostIn, isLoopbackName, isSentOn } from './platform/from-where.ts'
import type { JobOptions } from './platform/jobs.ts'
import { openLog } from './platform/log.ts'
import { openMailer } from './platform/mail.ts'
import { type Mailbox, openMailbox } from './platform/mailbox.ts'
import { mailboxRoutes } from './platform/mailbox-routes.ts'
import { openMetrics } from './platform/metrics.ts'
import { type DatabaseAddress, openPool } from './platform/pool.ts'
import { openPublished, type Published } from './platform/published.ts'
import { type Lane, startJobs } from './platform/run-jobs.ts'
import { openSecrets } from './platform/secrets.ts'
import { openSigningKeys } from './platform/signing-keys.ts'
import { jobWork } from './react.ts'
import { replicaRoutes } from './replicas/replica-routes.ts'
import { bulkWork } from './run-bulk.ts'
import { webDirectory } from './serve-web.ts'

export type Server = {
  readonly url: string
  readonly house: House
  readonly mailbox: Mailbox | undefined
  readonly stop: () => Promise<void>
}
/** `published`: in tests, name servers and websites of their own. */
export type ServerOptions = { readonly webDirectory?: string; readonly published?: Published }

/** Listens on `config.host:config.port` (0 takes a free port). `stop` finishes what is under way. */
export async function startServer(config: Config, address: DatabaseAddress, options: ServerOptions = {}): Promise<Server> {
  const mailbox = config.smtpUrl === undefined ? await openMailbox(path.join(config.dataDirectory, 'mailbox')) : undefined
  const opened = await openHouse(config, address, {
    smtpUrl: config.smtpUrl ?? mailbox?.smtpUrl ?? '',
    webDirectory: options.webDirectory ?? webDirectory,
    published: options.published ?? openPublished(),
  })
  const { house } = opened
  const decisionApi = serveDecisions(house)
  const http = openHttp(house, decisionApi)
  if (mailbox && config.mailboxFor !== 'nobody')
    http.register(mailboxRoutes, { mailbox, onlyLoopback: config.mailboxFor === 'this_machine' })
  http.register(openIdRoutes, { house })
  http.register(replicaRoutes, { house })
  watch(http, house)
  const watched: JobOptions = {
    finished: (job, outcome, failure) => {
      house.metrics.job(job.kind, outcome)
      if (failure !== undefined) house.log.warn({ err: failure, job: job.id, kind: job.kind, outcome }, 'a job did not succeed')
    },
    lost: (failure) => house.log.warn({ err: failure }, 'the database is away'),
  }
  const jobs = startJobs(address, { ...jobWork(house), ...bulkWork(house), ...successionWork(house) }, watched, lanesOf(config))
  const stopChores = startChores(house)
  await http.listen({ host: config.host, port: config.port })
  const listening = http.server.address()
  const port = typeof listening === 'object' && listening ? listening.port : config.port
  return {
    url: config.port === 0 ? `http://localhost:${port}` : config.publicUrl,
    house,
    mailbox,
    async stop() {
      opened.closing.abort()
      await http.close()
      await decisionApi.stop()
      await stopChores()
      await jobs.stop()
      await opened.close()
      await mailbox?.close() // last: it waits for the mailer's open connections
    },
  }
}

/** Lists are so narrow that people hardly notice. Codes are waited for, mails are not: these leave at a pace that mail servers like. */
const lanesOf = ({ mailRate }: Config): readonly Lane[] => [
  { name: 'work', places: 20 },
  { name: 'list', places: 2 },
  { name: 'code', places: 3 },
  { name: 'mail', places: 5, perSecond: mailRate },
]

/** Everything but HTTP and jobs: also what the demo and the command line work with. */
export async function openHouse(
  config: Config,
  address: DatabaseAddress,
  {
    smtpUrl,
    webDirectory,
    published = openPublished(),
  }: { readonly smtpUrl: string; readonly webDirectory: string; readonly published?: Published },
): Promise<{ house: House; closing: AbortController; close: () => Promise<void> }> {
  const forgetOwnFamilies = knowOwnFamilies(config.catalogue)
  const log = openLog(config.logLevel)
  const metrics = openMetrics()
  const closing = new AbortController()
  const lost = (failure: Error) => {
    // Whoever stops the server may stop the database before the last connection has said goodbye.
    if (!closing.signal.aborted) log.warn({ err: failure }, 'a connection to the database was lost')
  }
  const pools = {
    app: openPool(address, 'prokura_app', { max: 20, lost }),
    files: openPool(address, 'prokura_app', { max: 6, lost }),
    signIn: openPool(address, 'prokura_sign_in', { max: 5, lost }),
    operator: openPool(address, 'prokura_operator', { max: 3, lost }),
    system: openPool(address, 'prokura_system', { max: 8, lost }),
  }
  await refuseLosses(pools.system, config.catalogue, familyRights())
  await tellFamilyRights(pools.system)
  const mailer = openMailer({ smtpUrl, from: config.mailFrom })
  const follower = await follow(pools.system, address, (position) => metrics.journalPosition(position))
  const decisions = openDecisions(address, (failure, what) => log.warn({ err: failure }, what))
  const secrets = openSecrets(config.dataDirectory, config.secretKey)
  const doors = openDoors(address, decisions, (failure, what) => log.warn({ err: failure }, what))
  const keys = openSigningKeys(pools.signIn, secrets)
  const consoleOf = openConsoleOf(pools.signIn, secrets)
  const house: House = {
    config,
    log,
    publicUrl: config.publicUrl,
    webDirectory,
    metrics,
    mailer,
    published,
    secrets,
    keys,
    pools,
    follower,
    decisions,
    doors,
    reads: openReadRecorder(pools.system),
    uses: openUses(pools.system),
    closing: closing.signal,
    consoleOf,
    actingAtConsole: openActingAtConsole(consoleOf, keys, config.publicUrl),
    authoriseProvider,
  }
  const close = async () => {
    closing.abort()
    await doors.stop()
    await decisions.stop()
    await follower.stop()
    mailer.close()
    await house.uses.stop()
    await Promise.all(Object.values(pools).map((pool) => pool.end()))
    forgetOwnFamilies()
  }
  return { house, closing, close }
}

function watch(http: FastifyInstance, house: House): void {
  http.get('/api/openapi.json', async () => describeApi(house.publicUrl))
  http.get('/livez', async () => ({ status: 'alive' }))
  http.get('/readyz', async (_request, reply) => {
    const ready =
      !house.closing.aborted &&
      house.decisions.standing().isLoaded &&
      (await house.pools.app.query('select 1').then(
        () => true,
        () => false,
      ))
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  http.get('/metrics', async (request, reply) => {
    // For whoever watches over the installation from inside: not under its public address.
    const { hostname } = new URL(house.publicUrl)
    const isOutside = isSentOn(request) || (!isLoopbackName(hostname) && hostIn(request.headers.host) === hostname)
    if (isOutside) return reply.callNotFound()
    return reply.type(house.metrics.contentType).send(await house.metrics.text())
  })
}
