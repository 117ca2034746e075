// Every endpoint of the API, from the table that the server itself uses.
import { app } from '../../src/server/app.ts'
import type { Access } from '../../src/server/endpoint.ts'
import { code, note, table } from './markdown.ts'

export function endpoints(): string {
  const rows = app.map(({ method, path, access, action, contract }) => [
    method,
    code(`/api${path}`),
    whoMay(access),
    freshly(access) ? 'yes' : '',
    code(action),
    contract.summary ?? '',
  ])
  return `${note('Endpoints', 'src/server/app.ts')}\n${rows.length} endpoints.\n\n${table(['Method', 'Path', 'Who', 'Fresh sign-in', 'Action', 'What'], rows)}`
}

export function whoMay(access: Access): string {
  switch (access.kind) {
    case 'open':
      return 'anybody'
    case 'sign-in':
      return access.signedIn ? 'oneself' : 'anybody, to sign in'
    case 'personal':
      return 'signed in'
    case 'member':
      return access.roles.join(', ')
    case 'acting':
      return `acting: ${access.right}`
    case 'operator':
      return 'operator'
    case 'provider':
      return 'the provider'
  }
}

const freshly = (access: Access) => 'fresh' in access && access.fresh
