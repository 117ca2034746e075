// Collaborators have no say here: they see why, and whom to ask.
import { useQuery } from '@tanstack/react-query'
import { ShieldQuestionMark } from 'lucide-react'
import { listMembers } from '../../server/members/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export function ForLeaders({ organisation }: { organisation: string }) {
  const t = useTexts()
  const formats = useFormats()
  const members = useQuery(api.query(listMembers, '/api/o/{organisation}/members', { params: { organisation } }))
  const people = (members.data?.members ?? []).filter(({ role }) => role === 'legal_representative').map(({ name }) => name)
  return (
    <EmptyState icon={<ShieldQuestionMark />} title={t('partners.not_for_you')}>
      <p>{t('partners.not_for_you.why')}</p>
      {people.length > 0 && <p className="mt-2">{t('partners.not_for_you.ask', { people: formats.list(people, 'disjunction') })}</p>}
    </EmptyState>
  )
}
