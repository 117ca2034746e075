// What the firewall of a server lets in. A rule that was taken away comes back with one press.
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { isOpenToAll, ruleInWords } from '../../domain/products/server.ts'
import { removeFirewallRule, restoreFirewallRule } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { useCommand } from '../use-command.ts'
import { FirewallDialog } from './firewall-dialog.tsx'
import { useMaker } from './made-by.ts'
import { Gate } from './may.tsx'
import { PartHeader } from './part-header.tsx'
import type { Server, ServerHere } from './server-page.tsx'

type Rule = Server['firewall'][number]

export function FirewallSection(here: ServerHere) {
  const { server, active } = here
  const t = useTexts()
  const maker = useMaker()
  const [adding, setAdding] = useState(false)
  const columns: readonly Column<Rule>[] = [
    {
      id: 'rule',
      header: t('servers.rule'),
      main: true,
      cell: (rule) => <span className="tabular-nums">{ruleInWords({ ...rule, source: 'any' })}</span>,
    },
    {
      id: 'source',
      header: t('servers.rule.source'),
      cell: (rule) => (isOpenToAll(rule) ? t('servers.rule.source.any') : <span className="wrap-anywhere">{rule.source}</span>),
    },
    {
      id: 'by',
      header: t('servers.key.made_by'),
      cell: ({ madeBy }) => maker(madeBy) ?? <span className="text-muted">{t('products.made_by.nobody')}</span>,
    },
  ]
  const add = (
    <Gate rights={server} right="server.manage">
      {(disabled) => (
        <Button icon={<Plus aria-hidden="true" />} disabled={disabled || !active} onClick={() => setAdding(true)}>
          {t('servers.rule.add')}
        </Button>
      )}
    </Gate>
  )
  return (
    <section aria-labelledby="firewall" className="flex flex-col gap-3">
      <PartHeader id="firewall" title={t('servers.firewall.title')} what={t('servers.firewall.what')} action={add} />
      {server.firewall.length === 0 ? (
        <p className="text-muted">{t('servers.firewall.none')}</p>
      ) : (
        <Table
          density="compact"
          caption={t('servers.firewall.title')}
          rows={server.firewall}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={ruleInWords}
          {...(active && server.may.includes('server.manage') && { actions: (rule: Rule) => <RemoveRule {...here} rule={rule} /> })}
        />
      )}
      {adding && <FirewallDialog {...here} onClose={() => setAdding(false)} />}
    </section>
  )
}

function RemoveRule({ product, rule }: ServerHere & { rule: Rule }) {
  const t = useTexts()
  const place = usePlace()
  const params = { product, item: rule.id }
  const remove = useCommand({
    run: () => api.delete(removeFirewallRule, `${place.api}/products/{product}/firewall-rules/{item}`, { params }),
    done: () => t('servers.rule.removed'),
    undo: () => api.post(restoreFirewallRule, `${place.api}/products/{product}/firewall-rules/{item}/restore`, { params }),
    refreshes: `${place.api}/products`,
  })
  return (
    <IconButton
      size="small"
      label={t('servers.rule.remove', { rule: ruleInWords(rule) })}
      icon={<X aria-hidden="true" />}
      disabled={remove.isPending}
      onClick={() => remove.mutate(undefined)}
    />
  )
}
