// Lets something in through the firewall of a server: a protocol, its ports, and from where.
import { useState } from 'react'
import { anywhere, type Protocol, protocols } from '../../domain/products/server.ts'
import { addFirewallRule } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import type { ServerHere } from './server-page.tsx'

export function FirewallDialog({ product, onClose }: ServerHere & { onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [protocol, setProtocol] = useState<Protocol>('tcp')
  const [ports, setPorts] = useState('')
  const [source, setSource] = useState('')
  const add = useCommand({
    run: () =>
      api.post(addFirewallRule, `${place.api}/products/{product}/firewall-rules`, {
        params: { product },
        body: { protocol, ...portsIn(protocol, ports), source: source.trim() || anywhere },
      }),
    done: () => t('servers.rule.added'),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(add.error)
  return (
    <FormDialog
      title={t('servers.rule.add')}
      submit={t('servers.rule.add')}
      busy={add.isPending}
      problem={whole}
      disabled={protocol !== 'icmp' && ports.trim() === ''}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Select<Protocol>
        label={t('servers.rule.protocol')}
        options={protocols.map((value) => ({ value, label: value.toUpperCase() }))}
        value={protocol}
        onChange={setProtocol}
      />
      {protocol !== 'icmp' && (
        <TextInput
          label={t('servers.rule.ports')}
          hint={t('servers.rule.ports.hint')}
          value={ports}
          onChange={setPorts}
          error={at('fromPort') ?? at('toPort')}
          autoComplete="off"
        />
      )}
      <TextInput
        label={t('servers.rule.source')}
        hint={t('servers.rule.source.hint')}
        optional
        value={source}
        onChange={setSource}
        error={at('source') ?? (protocol === 'icmp' ? at('fromPort') : undefined)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </FormDialog>
  )
}

/** 443, or 8000-8100 with any kind of dash; what is no port is left for the server to refuse. */
function portsIn(protocol: Protocol, written: string): { readonly fromPort: number | null; readonly toPort: number | null } {
  if (protocol === 'icmp') return { fromPort: null, toPort: null }
  const [, from, to = from] = /^\s*(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?\s*$/.exec(written) ?? []
  return { fromPort: Number(from ?? 0), toPort: Number(to ?? 0) }
}
