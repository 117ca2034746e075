// The links into a folder: those that are open, to end them, and a new one, whose address is shown once.
import { X } from 'lucide-react'
import { useState } from 'react'
import { type LinkAccess, linkAccesses, linkDaysMax, mayLink } from '../../domain/products/drive.ts'
import { createLink, removeLink } from '../../server/products/drive-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import type { DriveHere, Folder } from './drive-page.tsx'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import { useMaker } from './made-by.ts'
import { useMay, WhyNot } from './may.tsx'

export function LinksDialog({ drive, product, folder, onClose }: DriveHere & { folder: Folder; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const may = useMay(drive)
  const [access, setAccess] = useState<LinkAccess>('see')
  const [days, setDays] = useState('7')
  const make = useCommand({
    run: () =>
      api.post(createLink, `${place.api}/products/{product}/folders/{item}/links`, {
        params: { product, item: folder.id },
        body: { access, days: /^\d+$/.test(days.trim()) ? Number(days) : 0 },
      }),
    done: () => t('drives.link.made'),
    refreshes: `${place.api}/products`,
    problems: 'inline',
  })
  const { at, whole } = useFault(make.error)
  const open = folder.sharing !== 'off' && may.allows('drive.content')
  return (
    <FormDialog
      title={t('drives.links.title', { name: folder.name })}
      submit={t('drives.link.make')}
      busy={make.isPending}
      problem={whole}
      disabled={!open}
      onSubmit={() => make.mutate(undefined)}
      onClose={onClose}
    >
      {folder.links.length === 0 ? (
        <p className="text-muted">{t('drives.links.none')}</p>
      ) : (
        <ul className="flex flex-col">
          {folder.links.map((link) => (
            <LinkRow key={link.id} product={product} link={link} mayEnd={may.allows('drive.manage')} />
          ))}
        </ul>
      )}
      {make.data && <Once url={make.data.url} />}
      {folder.sharing === 'off' && <Banner tone="info">{t('drives.links.off')}</Banner>}
      <WhyNot rights={drive} wanted={['drive.content']} />
      {open && (
        <>
          <Select<LinkAccess>
            label={t('drives.link.access')}
            options={linkAccesses
              .filter((value) => mayLink(folder.sharing, value))
              .map((value) => ({ value, label: t(`drives.link.access.${value}`) }))}
            value={access}
            onChange={setAccess}
          />
          <TextInput
            label={t('drives.link.days')}
            hint={t('drives.link.days.hint', { max: linkDaysMax })}
            inputMode="numeric"
            value={days}
            onChange={setDays}
            error={at('days')}
          />
          <p className="max-w-prose text-muted">{t(place.kind === 'acting' ? 'drives.link.warning.acting' : 'drives.link.warning')}</p>
        </>
      )}
    </FormDialog>
  )
}

function Once({ url }: { url: string }) {
  const t = useTexts()
  return (
    <Banner tone="success">
      <p>{t('drives.link.once')}</p>
      <p className="my-2 font-mono text-xs wrap-anywhere">{url}</p>
      <CopyButton text={url} label={t('drives.link.copy')} />
    </Banner>
  )
}

function LinkRow({ product, link, mayEnd }: { product: string; link: Folder['links'][number]; mayEnd: boolean }) {
  const t = useTexts()
  const formats = useFormats()
  const place = usePlace()
  const end = useCommand({
    run: () => api.delete(removeLink, `${place.api}/products/{product}/links/{item}`, { params: { product, item: link.id } }),
    done: () => t('drives.links.ended'),
    refreshes: `${place.api}/products`,
  })
  const date = formats.date(link.until)
  const who = useMaker()(link.madeBy)
  return (
    <li className="flex items-center justify-between gap-3 border-t border-line py-1.5 first:border-t-0">
      <span>
        {t(`drives.link.access.${link.access}`)} <span className="text-muted">{t('drives.links.until', { date })}</span>
        {who !== null && <span className="block text-muted wrap-anywhere">{t('products.made_by.line', { who })}</span>}
      </span>
      {mayEnd && (
        <IconButton
          size="small"
          label={t('drives.links.end', { date })}
          icon={<X aria-hidden="true" />}
          disabled={end.isPending}
          onClick={() => end.mutate(undefined)}
        />
      )}
    </li>
  )
}
