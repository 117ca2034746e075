// The log: one JSON object per line on standard error, with what must never be in it blacked out.
import pino, { type Logger } from 'pino'

export type { Logger }

const secret = ['password', 'token', 'code', 'secret', 'cookie', 'authorization']

export function openLog(level: string): Logger {
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      base: { service: 'prokura' },
      serializers: { err: describeFailure, req: describeRequest },
      redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    },
    pino.destination({ fd: 2, sync: false }),
  )
}

/** Links carry tokens in their path and query: the log keeps the path's shape only. */
export function withoutTokens(url: string): string {
  const [address = ''] = url.split('?')
  return address.replace(/[A-Za-z0-9_-]{32,}(?=\/|$)/g, (part) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part) ? part : '…'))
}

/** No more than this: errors of the driver hold the connection, and its `detail` holds people's data. */
export function describeFailure(failure: unknown): unknown {
  if (!(failure instanceof Error)) return { message: String(failure) }
  const { name, message, stack, cause } = failure
  const reason = 'code' in failure ? failure.code : undefined // `code` itself is redacted, as the codes that people receive
  return {
    name,
    message,
    ...(reason === undefined ? {} : { reason }),
    stack,
    ...(cause === undefined ? {} : { cause: describeFailure(cause) }),
  }
}

function describeRequest(request: { method?: string; url?: string; id?: unknown; ip?: string }) {
  return { method: request.method, url: withoutTokens(request.url ?? ''), id: request.id, remote: request.ip }
}
