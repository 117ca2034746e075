// Somebody leaves: what hangs on them, who follows, and the one button that ends it all.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { offBoardMember, previewOffBoarding } from '../../server/members/off-boarding-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'
import type { AboutMemberProps } from './cover-dialog.tsx'

type Preview = z.output<typeof previewOffBoarding.answer>
const nobody = 'nobody'
const asAll = 'as_all'
const at = '/api/o/{organisation}/members/{person}'

export function OffBoardDialog({ organisation, member, members, onClose }: AboutMemberProps) {
  const t = useTexts()
  const params = { organisation, person: member.personId }
  const preview = useQuery({ ...api.query(previewOffBoarding, `${at}/off-boarding`, { params }), staleTime: 0 })
  const [successor, choose] = useState<string>(nobody)
  const [groups, setGroups] = useState<Readonly<Record<string, string>>>({})
  const leave = useCommand({
    run: () =>
      api.post(offBoardMember, `${at}/off-board`, {
        params,
        body: {
          successor: personOf(successor),
          groups: Object.entries(groups).map(([tag, person]) => ({ tag, successor: personOf(person) })),
        },
      }),
    done: ({ handedOn }) => t('people.leave.done', { name: member.name, count: handedOn }),
    problems: 'inline',
    after: onClose,
    signed: onClose,
  })
  const others = members
    .filter(({ personId }) => personId !== member.personId)
    .map(({ personId, name, role }) => ({ value: personId, label: name, hint: t(`roles.${role}`) }))
  const options = [{ value: nobody, label: t('people.leave.nobody') }, ...others]
  const tags = [...new Set(preview.data?.customers.flatMap((customer) => customer.tags) ?? [])].slice(0, 12)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('people.leave.title', { name: member.name })}
      description={t('people.leave.what', { name: member.name })}
      actions={
        <>
          <Button kind="danger" busy={leave.isPending} disabled={!preview.data} onClick={() => leave.mutate(undefined)}>
            {t('people.leave.do', { name: member.name })}
          </Button>
          {leave.error && (
            <p role="alert" className="self-center text-sm text-danger-ink sm:mr-auto">
              {problemText(t, leave.error)}
            </p>
          )}
        </>
      }
    >
      {preview.data ? (
        <div className="flex flex-col gap-5">
          <Hanging preview={preview.data} />
          {preview.data.customersInAll > 0 && (
            <Select label={t('people.leave.successor')} options={options} value={successor} onChange={choose} />
          )}
          {tags.map((tag) => (
            <Select
              key={tag}
              label={t('people.leave.successor_of', { tag })}
              options={[{ value: asAll, label: t('people.leave.as_all') }, ...options]}
              value={groups[tag] ?? asAll}
              onChange={(person) => setGroups(without(groups, tag, person))}
            />
          ))}
        </div>
      ) : (
        <SkeletonLines label={t('people.leave.title', { name: member.name })} />
      )}
    </Dialog>
  )
}

function Hanging({ preview }: { preview: Preview }) {
  const t = useTexts()
  const formats = useFormats()
  const named = preview.customers.filter(({ namedPeopleOnly }) => namedPeopleOnly).map(({ name }) => name)
  const lines = [
    t('people.leave.customers', { count: preview.customersInAll }),
    ...(preview.leftWithNobody > 0 ? [t('people.leave.left', { count: preview.leftWithNobody })] : []),
    ...(named.length > 0 ? [t('people.leave.named', { customers: formats.list(named) })] : []),
    ...(preview.visitsNow.length > 0 ? [t('people.leave.visits', { customers: formats.list(preview.visitsNow) })] : []),
    ...(preview.teams.length > 0 ? [t('people.leave.teams', { teams: formats.list(preview.teams) })] : []),
    ...(preview.rules.length > 0 ? [t('people.leave.rules', { rules: formats.list(preview.rules) })] : []),
    ...(preview.prepared > 0 ? [t('people.leave.prepared', { count: preview.prepared })] : []),
    ...(preview.planned > 0 ? [t('people.leave.planned', { count: preview.planned })] : []),
    ...(preview.timed + preview.asked > 0 ? [t('people.leave.timed', { count: preview.timed + preview.asked })] : []),
    ...(preview.waysIn > 0 ? [t('people.leave.ways_in', { count: preview.waysIn })] : []),
    ...(preview.passwords > 0 ? [t('people.leave.known', { count: preview.passwords })] : []),
    ...(preview.firewallRules > 0 ? [t('people.leave.firewall', { count: preview.firewallRules })] : []),
  ]
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-5">
      {lines.map((line) => (
        <li key={line} className="wrap-anywhere">
          {line}
        </li>
      ))}
    </ul>
  )
}

const personOf = (chosen: string): string | null => (chosen === nobody ? null : chosen)

/** Empty: as all others. */
function without(groups: Readonly<Record<string, string>>, tag: string, person: string): Readonly<Record<string, string>> {
  const { [tag]: _, ...rest } = groups
  return person === asAll ? rest : { ...rest, [tag]: person }
}
