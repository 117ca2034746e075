// Who is signed in, and the organisations they belong to.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { getMe } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { useOwnLanguage } from './use-own-language.ts'

export type Me = z.output<typeof getMe.answer>
export type OwnOrganisation = Me['organisations'][number]

export const meQuery = api.query(getMe, '/api/me', {})

export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery)
  useOwnLanguage(data.person.language)
  return data
}
