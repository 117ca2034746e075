// The kinds of mail of one side, each with the way it comes; what is chosen counts at once.
import type { z } from 'zod'
import type { MailWay } from '../../domain/mails/mail-kinds.ts'
import type { Side } from '../../domain/organisation.ts'
import { chooseMail, type listMailChoices } from '../../server/mail-choices/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Select } from '../ui/select.tsx'
import { useCommand } from '../use-command.ts'

type Choice = NonNullable<z.output<typeof listMailChoices.answer>['partner']>[number]

export function ChoicesSection({ side, choices }: { side: Side; choices: readonly Choice[] }) {
  const t = useTexts()
  return (
    <SectionCard title={t(`mail-choices.${side}`)} description={t(`mail-choices.${side}.description`)} flush>
      <ul>
        {choices.map((choice) => (
          <ChoiceRow key={choice.kind} side={side} choice={choice} />
        ))}
      </ul>
    </SectionCard>
  )
}

function ChoiceRow({ side, choice: { kind, ways, way } }: { side: Side; choice: Choice }) {
  const t = useTexts()
  const label = t(`mail-kinds.${kind}`)
  const choose = useCommand({
    run: (chosen: MailWay) => api.put(chooseMail, '/api/account/mails', { body: { kind, side, way: chosen } }),
    done: () => t('mail-choices.saved'),
    refreshes: '/api/account/mails',
  })
  const shown = (choose.isPending && choose.variables) || way
  const nameOf = (one: MailWay) =>
    t(kind === 'partner-digest' && one === 'at_once' ? 'mail-choices.way.weekdays' : `mail-choices.way.${one}`)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
      <span aria-hidden="true" className="min-w-0 grow basis-52">
        {label}
      </span>
      <div className="w-full sm:w-60">
        <Select
          label={label}
          labelHidden
          options={ways.map((one) => ({ value: one, label: nameOf(one) }))}
          value={shown}
          onChange={(chosen) => choose.mutate(chosen)}
        />
      </div>
    </li>
  )
}
