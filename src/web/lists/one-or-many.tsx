// One customer, or a list of many: two ways into the same thing.
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'

export function OneOrMany({ organisation, shown }: { organisation: string; shown: 'one' | 'many' }) {
  const t = useTexts()
  const tab = (isHere: boolean) =>
    classNames(
      '-mb-px border-b-2 px-1 pb-2 text-sm pointer-coarse:min-h-11',
      isHere ? 'border-accent font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
    )
  return (
    <nav aria-label={t('common.add_customer')} className="flex gap-5 border-b border-line">
      <Link
        to={'/o/$organisation/customers/new' as string}
        params={{ organisation }}
        className={tab(shown === 'one')}
        aria-current={shown === 'one' ? 'page' : undefined}
      >
        {t('lists.add.one')}
      </Link>
      <Link
        to={'/o/$organisation/customers/list' as string}
        params={{ organisation }}
        className={tab(shown === 'many')}
        aria-current={shown === 'many' ? 'page' : undefined}
      >
        {t('lists.add.many')}
      </Link>
    </nav>
  )
}
