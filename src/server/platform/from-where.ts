// Where a request comes from, as far as it can be told: what is for the machine or the network inside is not served to the world.
import type { FastifyRequest } from 'fastify'

const traces = ['forwarded', 'via', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']

/** A proxy left its trace. Without one nothing is said: some leave none. */
export const isSentOn = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => traces.some((name) => name in headers)

/** A browser on this machine comes from the loopback, asks for it by name, and is sent on by nobody. */
export function isFromHere({ headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>): boolean {
  const isNear = /^(::1|(::ffff:)?127(\.\d+){3})$/.test(socket.remoteAddress ?? '')
  return isNear && isLoopbackName(hostIn(headers.host)) && !isSentOn({ headers })
}

/** The name without the port; empty for what is none. */
export function hostIn(header: string | undefined): string {
  return header !== undefined && URL.canParse(`http://${header}`) ? new URL(`http://${header}`).hostname : ''
}

export const isLoopbackName = (host: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host)
