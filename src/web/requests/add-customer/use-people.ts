// The names of those of the organisation who have one of these roles, as one phrase; empty until they are known.
import { useQuery } from '@tanstack/react-query'
import type { Role } from '../../../domain/organisation.ts'
import { listMembers } from '../../../server/members/contract.ts'
import { api } from '../../api.ts'
import { useFormats } from '../../formats.ts'

export function usePeople(organisation: string, roles: readonly Role[]): string {
  const formats = useFormats()
  const { data } = useQuery(api.query(listMembers, '/api/o/{organisation}/members', { params: { organisation } }))
  const named = (data?.members ?? []).filter(({ role }) => roles.includes(role)).map(({ name }) => name)
  return formats.list(named.toSorted(formats.compare), 'disjunction')
}
