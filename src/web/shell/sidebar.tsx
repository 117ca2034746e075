// The navigation at the left: where one may go in this house, and help at the bottom.
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { CircleQuestionMark } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import type { NavigationItem } from './navigation.ts'

export function Sidebar<Data>({ items, data }: { items: readonly NavigationItem<Data>[]; data: Data }) {
  const t = useTexts()
  const { routesByPath } = useRouter()
  const offered = items.filter(({ to, shown }) => (to in routesByPath || `${to}/` in routesByPath) && (shown?.(data) ?? true))
  return (
    <nav aria-label={t('shell.menu')} className="flex min-h-0 grow flex-col overflow-y-auto px-3 pt-2 pb-3">
      <ul className="flex grow flex-col gap-0.5">
        {offered.map((item) => (
          <Item key={item.to} item={item} data={data} />
        ))}
      </ul>
      <Link to="/help" className={itemClass}>
        <CircleQuestionMark aria-hidden="true" className="size-4 shrink-0" />
        {t('shell.nav.help')}
      </Link>
    </nav>
  )
}

function Item<Data>({ item, data }: { item: NavigationItem<Data>; data: Data }) {
  const t = useTexts()
  const params = useParams({ strict: false }) as Readonly<Record<string, string>>
  const { icon: Icon } = item
  const count = item.count?.(data) ?? 0
  return (
    <li className={item.apart?.(data) ? 'mt-3 border-t border-line pt-3' : undefined}>
      {item.group && <Group>{t(`shell.nav.${item.group}`)}</Group>}
      <Link to={item.to} params={params} activeOptions={{ exact: item.exact ?? false, includeSearch: false }} className={itemClass}>
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        <span className="min-w-0 grow truncate">{t(`shell.nav.${item.text}`)}</span>
        {count > 0 && <Count count={count} said={t(`shell.nav.${item.countText}`, { count })} />}
      </Link>
    </li>
  )
}

function Group({ children }: { children: ReactNode }) {
  return <span className="block px-2.5 pt-3 pb-1 text-xs font-medium text-muted">{children}</span>
}

function Count({ count, said }: { count: number; said: string }) {
  const formats = useFormats()
  return (
    <>
      <span aria-hidden="true" title={said} className="rounded-full bg-accent px-1.5 text-xs font-medium text-on-solid tabular-nums">
        {count > 999 ? '999+' : formats.number(count)}
      </span>
      <span className="sr-only">{said}</span>
    </>
  )
}

const itemClass = classNames(
  'flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-sm text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-11',
  'data-[status=active]:bg-pressed data-[status=active]:font-medium data-[status=active]:text-ink forced-colors:data-[status=active]:outline',
)
