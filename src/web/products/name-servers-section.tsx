// The name servers of a domain: who answers for it in the world.
import { useState } from 'react'
import { isHostName } from '../../domain/products/host-name.ts'
import { setNameServers } from '../../server/products/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { Problem } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import type { ZoneHere } from './domain-page.tsx'
import { DomainText } from './domain-text.tsx'
import { FormDialog } from './form-dialog.tsx'
import { Gate } from './may.tsx'

export function NameServersSection(here: ZoneHere) {
  const { zone, active } = here
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <SectionCard
      title={t('products.name_servers.title')}
      description={t('products.name_servers.what')}
      actions={
        <Gate rights={zone} right="domain.manage">
          {(disabled) => (
            <Button disabled={disabled || !active} onClick={() => setOpen(true)}>
              {t('products.name_servers.change')}
            </Button>
          )}
        </Gate>
      }
    >
      <ul className="flex flex-col gap-1 font-mono text-xs">
        {zone.nameServers.map((server) => (
          <li key={server} className="wrap-anywhere">
            <DomainText>{server}</DomainText>
          </li>
        ))}
      </ul>
      {open && <NameServersDialog {...here} onClose={() => setOpen(false)} />}
    </SectionCard>
  )
}

function NameServersDialog({ zone, product, onClose }: ZoneHere & { onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [text, setText] = useState(zone.nameServers.join('\n'))
  const [checked, setChecked] = useState(false)
  const servers = text.split(/[\s,;]+/).filter((server) => server !== '')
  const save = useCommand({
    run: () =>
      api.put(setNameServers, `${place.api}/products/{product}/name-servers`, { params: { product }, body: { nameServers: servers } }),
    done: () => t('products.name_servers.changed'),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const wrong = !areServers(servers) || (save.error instanceof Problem && save.error.errors.length > 0)
  const submit = () => {
    setChecked(true)
    if (areServers(servers)) save.mutate(undefined)
  }
  return (
    <FormDialog
      title={t('products.name_servers.change')}
      submit={t('products.name_servers.change')}
      busy={save.isPending}
      problem={wrong ? undefined : save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Banner tone="warning">
        {t(place.kind === 'acting' ? 'products.name_servers.warning.acting' : 'products.name_servers.warning')}
      </Banner>
      <Textarea
        label={t('products.name_servers.title')}
        hint={t('products.name_servers.hint')}
        error={checked && wrong ? t('products.name_servers.fault') : undefined}
        value={text}
        onChange={(next) => {
          setText(next)
          save.reset()
        }}
        rows={4}
        spellCheck={false}
        autoCapitalize="none"
      />
    </FormDialog>
  )
}

/** Names with letters beyond ASCII are for the server to judge. */
function areServers(servers: readonly string[]): boolean {
  const known = servers.map((server) => server.toLowerCase().replace(/\.$/, ''))
  const sound = known.every((server) => isHostName(server) || /\P{ASCII}/u.test(server))
  return sound && known.length >= 2 && known.length <= 13 && new Set(known).size === known.length
}
