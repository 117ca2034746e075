// Finds out before anything else starts whether the port can be listened on; for port 0 it takes a free one.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { type Config, ConfigError, portTaken, withPort } from '../../src/server/config.ts'

export async function withFreePort(config: Config): Promise<Config> {
  const probe = createServer()
  try {
    probe.listen(config.port, config.host)
    await once(probe, 'listening')
    const { port } = probe.address() as AddressInfo
    return config.port === 0 ? withPort(config, port) : config
  } catch (failure) {
    throw explained(config, failure as NodeJS.ErrnoException)
  } finally {
    probe.close()
  }
}

/** The wanted port if it is free, otherwise any. */
export async function freePort(host: string, wanted: number): Promise<number> {
  const probe = createServer()
  try {
    probe.listen(wanted, host)
    await once(probe, 'listening')
    return (probe.address() as AddressInfo).port
  } catch (failure) {
    if (wanted === 0) throw failure
    return await freePort(host, 0)
  } finally {
    probe.close()
  }
}

function explained(config: Config, failure: NodeJS.ErrnoException): Error {
  if (failure.code === 'EADDRINUSE') return portTaken(config)
  if (failure.code === 'EACCES') return new ConfigError(`Port ${config.port} is reserved for root: set PORT to one above 1023`)
  return new ConfigError(
    `HOST ${config.host} cannot be listened on (${failure.code}): set HOST to an address of this machine, such as 127.0.0.1`,
  )
}
