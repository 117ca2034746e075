// Every right that can be granted here, by family: what customers read of it, what it needs, whether it is sensitive, which presets hold it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { ShieldAlert } from 'lucide-react'
import type { z } from 'zod'
import type { Family } from '../../domain/rights/catalogue.ts'
import { getWholeCatalogue } from '../../server/catalogue/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { FamilyIcon } from '../products/families.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Badge } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'

type Catalogue = z.output<typeof getWholeCatalogue.answer>
type Right = Catalogue['families'][number]['rights'][number]

export function CatalogueScreen() {
  const t = useTexts()
  const { data } = useSuspenseQuery(api.query(getWholeCatalogue, '/api/operator/catalogue', {}))
  const columns = useColumns()
  usePageTitle(t('shell.nav.catalogue'))
  const count = data.families.reduce((sum, { rights }) => sum + rights.length, 0)
  return (
    <div className="flex max-w-5xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        title={t('shell.nav.catalogue')}
        count={count}
        description={data.file === null ? t('operator.catalogue.no_file') : t('operator.catalogue.file', { file: data.file })}
      />
      {data.families.map(({ id, own, rights }) => {
        const title = id === null ? t('operator.catalogue.every_family') : t(`families.${id}`)
        return (
          <section key={id ?? ''} aria-labelledby={`family-${id}`} className="flex flex-col gap-3">
            <h2 id={`family-${id}`} className="flex flex-wrap items-center gap-2 text-base font-semibold">
              {id !== null && <FamilyIcon family={id as Family} />}
              {title}
              {own && <Badge tone="info">{t('operator.catalogue.own')}</Badge>}
            </h2>
            <Table caption={title} rows={rights} columns={columns} keyOf={(right) => right.id} nameOf={(right) => right.id} />
          </section>
        )
      })}
    </div>
  )
}

function useColumns(): readonly Column<Right>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'right',
      header: t('operator.catalogue.right'),
      main: true,
      width: 'w-[55%]',
      cell: ({ id, sensitive }) => (
        <span className="flex min-w-0 flex-col gap-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {t(`rights.${id}.name`)}
            <span className="font-mono text-xs font-normal text-muted wrap-anywhere">{id}</span>
            {sensitive !== null && (
              <Badge tone="warning">
                <ShieldAlert aria-hidden="true" className="mr-1 inline size-3.5" />
                {t(`rights.sensitive.${sensitive}`)}
              </Badge>
            )}
          </span>
          <span className="font-normal text-muted">{t(`rights.${id}`)}</span>
        </span>
      ),
    },
    {
      id: 'needs',
      header: t('operator.catalogue.needs'),
      width: 'w-[20%]',
      cell: ({ needs }) => (needs.length === 0 ? '–' : formats.list(needs.map((one) => t(`rights.${one}.name`)))),
    },
    {
      id: 'presets',
      header: t('operator.catalogue.presets'),
      width: 'w-[25%]',
      cell: ({ presets }) => (presets.length === 0 ? '–' : formats.list(presets.map((one) => t(`presets.${one}`)))),
    },
  ]
}
