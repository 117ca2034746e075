// The frame of the Manager: the house's name and navigation at the left, the person at the top right, the page in the middle.
import { useRouterState } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { useMediaQuery } from '../ui/use-media-query.ts'
import { LanguageMenu } from './language-menu.tsx'
import { useMe } from './me.ts'
import { PersonMenu } from './person-menu.tsx'

const Drawer = lazy(async () => ({ default: (await import('../ui/drawer.tsx')).Drawer }))

export type FrameProps = {
  /** The house's name with the chevron that opens the account switcher. */
  switcher: ReactNode
  sidebar: ReactNode
  /** Above everything, while acting; its height is 2.5rem on wide windows. */
  banner?: ReactNode
  children: ReactNode
}

export function Frame({ switcher, sidebar, banner, children }: FrameProps) {
  const t = useTexts()
  const wide = useMediaQuery('(min-width: 64rem)')
  return (
    <div className={classNames('min-h-dvh', banner ? 'lg:[--banner:2.5rem] lg:[--sticky-top:5.5rem]' : 'lg:[--sticky-top:3rem]')}>
      <SkipLink to="content">{t('shell.skip')}</SkipLink>
      {banner}
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        {wide && (
          <div className="sticky top-(--banner,0px) flex h-[calc(100dvh-var(--banner,0px))] flex-col border-r border-line bg-sunken">
            <div className="px-3 pt-2">{switcher}</div>
            {sidebar}
          </div>
        )}
        <div className="min-w-0">
          <TopBar sticky={wide || !banner} start={wide ? null : <Narrow {...{ switcher, sidebar }} />} />
          <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[88rem] px-4 pt-4 pb-24 outline-none sm:px-8">
            {children}
          </main>
        </div>
      </div>
    </div>
  )
}

function TopBar({ start, sticky }: { start: ReactNode; sticky: boolean }) {
  const { person, isOperator } = useMe()
  return (
    <header
      className={classNames(
        'z-20 flex h-12 items-center gap-2 bg-canvas px-2 max-lg:bar-line sm:px-6',
        sticky && 'sticky top-(--banner,0px)',
      )}
    >
      {start}
      <span className="ml-auto flex items-center gap-1">
        <LanguageMenu signedIn />
        <PersonMenu name={person.name} email={person.email} isOperator={isOperator} />
      </span>
    </header>
  )
}

/** On narrow windows the navigation waits in a drawer. */
function Narrow({ switcher, sidebar }: { switcher: ReactNode; sidebar: ReactNode }) {
  const t = useTexts()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  /** Where it was opened: every new address closes it. */
  const [openedAt, setOpenedAt] = useState<string>()
  const [wasOpened, noticeOpening] = useState(false)
  const setOpen = (wanted: boolean) => {
    setOpenedAt(wanted ? path : undefined)
    if (wanted) noticeOpening(true)
  }
  const open = openedAt === path
  return (
    <>
      <IconButton
        label={t('shell.menu')}
        icon={<MenuIcon aria-hidden="true" />}
        onClick={() => setOpen(true)}
        aria-expanded={open}
        aria-haspopup="dialog"
      />
      <div className="min-w-0 max-w-56">{switcher}</div>
      {wasOpened && (
        <Suspense>
          <Drawer title={t('shell.menu')} titleHidden side="left" open={open} onOpenChange={setOpen}>
            <div className="flex h-full flex-col pt-12">{sidebar}</div>
          </Drawer>
        </Suspense>
      )}
    </>
  )
}
