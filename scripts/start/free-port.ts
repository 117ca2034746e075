// Finds out before anything else starts whether the port can be listened on; for port 0 it takes a free one.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Config, ConfigError, portTaken, withPort } from '../../src/server/config.ts'

export async function withFreePort(config: Config): Promise<Config> {
  if (config.port === 0) return withPort(config, await anyPort(config.host))
  try {
    await listenOnce(config.host, config.port)
    return config
  } catch (failure) {
    throw explained(config, failure as NodeJS.ErrnoException)
  }
}

/** The wanted port if it is free, otherwise any. */
export async function freePort(host: string, wanted: number): Promise<number> {
  if (wanted === 0) return await anyPort(host)
  try {
    await listenOnce(host, wanted)
    return wanted
  } catch {
    return await anyPort(host)
  }
}

/** Systems give outgoing connections ports from 32768 up: below these nobody takes a port between the look and its use. */
const firstPort = 12_000
const lastPort = 32_000
const portsOfProcess = 100
let given = 0

/** Processes that look at the same time begin at different places. */
async function anyPort(host: string): Promise<number> {
  const start = firstPort + ((process.pid * portsOfProcess) % (lastPort - firstPort))
  for (let tried = 0; tried < lastPort - firstPort; tried++) {
    const port = firstPort + ((start - firstPort + given++) % (lastPort - firstPort))
    try {
      await listenOnce(host, port)
      return port
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw failure
    }
  }
  throw new ConfigError(`No port between ${firstPort} and ${lastPort} is free: set PORT to one that is`)
}

async function listenOnce(host: string, port: number): Promise<void> {
  const probe = createServer()
  probe.listen(port, host)
  await once(probe, 'listening')
  const closed = once(probe, 'close')
  probe.close()
  await closed
}

function explained(config: Config, failure: NodeJS.ErrnoException): Error {
  if (failure.code === 'EADDRINUSE') return portTaken(config)
  if (failure.code === 'EACCES') return new ConfigError(`Port ${config.port} is reserved for root: set PORT to one above 1023`)
  return new ConfigError(
    `HOST ${config.host} cannot be listened on (${failure.code}): set HOST to an address of this machine, such as 127.0.0.1`,
  )
}
