// The customer changed the rights while somebody is inside: a quiet note says which, and what a form lost by it can be copied.
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { KeptTexts } from './kept-texts.tsx'
import { useGoneTexts } from './typed-texts.ts'

type News = { readonly lost: readonly RightId[]; readonly gained: readonly RightId[]; readonly since: number }

/** What the page hides because of it disappears a moment before or after the rights themselves are known. */
const aroundMs = 2_000

export function RightsNews({ customer, rights }: { customer: string; rights: readonly RightId[] }) {
  const before = useRef(rights)
  const [news, tell] = useState<News>()
  useEffect(() => {
    const lost = before.current.filter((right) => !rights.includes(right))
    const gained = rights.filter((right) => !before.current.includes(right))
    before.current = rights
    if (lost.length + gained.length > 0) tell({ lost, gained, since: Date.now() - aroundMs })
  }, [rights])
  return <div aria-live="polite">{news && <Told key={news.since} customer={customer} news={news} onClose={() => tell(undefined)} />}</div>
}

function Told({ customer, news: { lost, gained, since }, onClose }: { customer: string; news: News; onClose: () => void }) {
  const t = useTexts()
  const formats = useFormats()
  const gone = useGoneTexts(since).slice(0, 5)
  const names = (of: readonly RightId[]) => formats.list(of.map((right) => t(`rights.${right}.name`)))
  return (
    <>
      <div className="mb-6">
        <Banner
          tone="violet"
          title={t('shell.rights_news', { customer })}
          actions={<IconButton size="small" label={t('ui.close')} icon={<X aria-hidden="true" />} onClick={onClose} />}
        >
          {lost.length > 0 && <p>{t('shell.rights_news.lost', { rights: names(lost) })}</p>}
          {gained.length > 0 && <p>{t('shell.rights_news.gained', { rights: names(gained) })}</p>}
        </Banner>
      </div>
      <KeptTexts typed={gone} />
    </>
  )
}
