// "See what they will see": a button, and behind it the Manager as somebody of the partner has it, to look at and not to press.
import { useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Hidden } from './hidden.tsx'
import type { Seen } from './seen.ts'
import { SeenPages } from './seen-pages.tsx'

export type WhatTheySeeProps = {
  partner: string
  /** What is asked, as text: another one is looked at anew. */
  about: string
  look: (personId: string | null) => Promise<Seen>
  /** Through whose eyes to begin. */
  personId?: string
  label?: string
  /** Loaded because it was wanted. */
  isOpenAtFirst?: boolean
}

export function WhatTheySee({ label, isOpenAtFirst = false, ...looking }: WhatTheySeeProps) {
  const t = useTexts()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <>
      <div>
        <Button kind="quiet" icon={<Eye aria-hidden="true" className="size-4" />} onClick={() => setOpen(true)}>
          {label ?? t('preview.open', { partner: looking.partner })}
        </Button>
      </div>
      <Dialog
        title={t('preview.title', { partner: looking.partner })}
        description={t('preview.what')}
        size="large"
        open={isOpen}
        onOpenChange={setOpen}
      >
        {isOpen && <Look {...looking} />}
      </Dialog>
    </>
  )
}

function Look({ about, look, personId }: Omit<WhatTheySeeProps, 'label' | 'isOpenAtFirst'>) {
  const t = useTexts()
  const [person, choose] = useState<string | null>(personId ?? null)
  const seen = useQuery({
    queryKey: ['preview', about, person],
    queryFn: () => look(person),
    staleTime: 0,
    placeholderData: (last) => last,
  })
  if (seen.isPending) return <SkeletonLines label={t('ui.loading')} lines={8} />
  if (seen.isError) return <p className="text-danger-ink">{problemText(t, seen.error)}</p>
  const { data } = seen
  return (
    <div className="flex flex-col gap-5">
      {data.people.length > 1 && (
        <Select
          label={t('preview.through')}
          options={data.people.map(({ id, name, role }) => ({ value: id, label: `${name} · ${t(`roles.${role}`)}` }))}
          value={data.person?.id ?? null}
          onChange={choose}
        />
      )}
      {data.isStopped && <p className="text-sm text-warning-ink">{t('preview.stopped')}</p>}
      <SeenPages seen={data} />
      <Hidden seen={data} />
    </div>
  )
}
