// One of the first two screens: its question, its fields, and the way on and back.
import type { FormEvent, ReactNode } from 'react'
import { useTexts } from '../../texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'

export type StepFormProps = {
  step: 'who' | 'what'
  organisation: string
  onNext: () => void
  onBack?: (() => void) | undefined
  children: ReactNode
}

export function StepForm({ step, organisation, onNext, onBack, children }: StepFormProps) {
  const t = useTexts()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onNext()
  }
  return (
    <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-6" aria-labelledby={`add-customer-${step}`}>
      <header className="flex flex-col gap-1">
        <h2 id={`add-customer-${step}`} tabIndex={-1} className="text-lg font-semibold outline-none">
          {t(`add-customer.${step}.title`)}
        </h2>
        <p className="max-w-prose text-muted">{t(`add-customer.${step}.what`)}</p>
      </header>
      {children}
      <footer className="flex flex-wrap items-center gap-2 border-t border-line pt-6">
        <Button type="submit" kind="primary">
          {t('common.continue')}
        </Button>
        {onBack && <Button onClick={onBack}>{t('common.back')}</Button>}
        <ButtonLink kind="quiet" to="/o/$organisation/customers" params={{ organisation }}>
          {t('common.cancel')}
        </ButtonLink>
      </footer>
    </form>
  )
}
