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
      serializers: { err: pino.stdSerializers.err, req: describeRequest },
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

function describeRequest(request: { method?: string; url?: string; id?: unknown; ip?: string }) {
  return { method: request.method, url: withoutTokens(request.url ?? ''), id: request.id, remote: request.ip }
}
