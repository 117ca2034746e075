// The fields of a DNS record, as its type has them.
import { isCritical, recordTypes } from '../../domain/products/dns-record.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { authorityTags, type Draft, hasPriority } from './record-draft.ts'

export type RecordFieldsProps = {
  draft: Draft
  domain: string
  typeFixed: boolean
  onChange: (draft: Draft) => void
  errors: Readonly<Record<string, string | undefined>>
}

export function RecordFields({ draft, domain, typeFixed, onChange, errors }: RecordFieldsProps) {
  const t = useTexts()
  const acting = usePlace().kind === 'acting'
  const { type } = draft
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const full = draft.name.trim() === '' || draft.name.trim() === '@' ? domain : `${draft.name.trim()}.${domain}`
  return (
    <>
      <Select
        label={t('products.record.type')}
        options={recordTypes.map((value) => ({ value, label: value, hint: t(`products.record.type.${value}`) }))}
        value={type}
        onChange={(next) => set({ type: next })}
        disabled={typeFixed}
      />
      <TextInput
        label={t('common.name')}
        hint={t('products.record.name.hint', { full })}
        error={errors['name']}
        value={draft.name}
        onChange={(name) => set({ name })}
        placeholder="@"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {hasPriority(type) && (
        <TextInput
          label={t('products.record.priority')}
          hint={t('products.record.priority.hint')}
          error={errors['priority']}
          inputMode="numeric"
          value={draft.priority}
          onChange={(priority) => set({ priority })}
        />
      )}
      {type === 'SRV' && <ServiceFields draft={draft} set={set} />}
      {type === 'CAA' && (
        <Select
          label={t('products.record.tag')}
          options={authorityTags.map((value) => ({ value, label: t(`products.record.tag.${value}`), hint: value }))}
          value={draft.tag as 'issue'}
          onChange={(tag) => set({ tag })}
        />
      )}
      <ValueField draft={draft} set={set} error={errors['value']} />
      <TtlField draft={draft} set={set} />
      {acting && isCritical({ type }) && <Banner tone="warning">{t('products.record.critical')}</Banner>}
    </>
  )
}

type Part = { draft: Draft; set: (part: Partial<Draft>) => void }

function ValueField({ draft: { type, value }, set, error }: Part & { error: string | undefined }) {
  const t = useTexts()
  const texts = {
    label: t(`products.record.value.${type}`),
    hint: t(`products.record.hint.${type}`),
    error,
    value,
    onChange: (next: string) => set({ value: next }),
  }
  if (type === 'TXT') return <Textarea {...texts} rows={3} maxLength={2048} spellCheck={false} />
  return <TextInput {...texts} autoComplete="off" autoCapitalize="none" spellCheck={false} />
}

function ServiceFields({ draft, set }: Part) {
  const t = useTexts()
  return (
    <div className="grid grid-cols-2 gap-4">
      <TextInput label={t('products.record.weight')} inputMode="numeric" value={draft.weight} onChange={(weight) => set({ weight })} />
      <TextInput label={t('products.record.port')} inputMode="numeric" value={draft.port} onChange={(port) => set({ port })} />
    </div>
  )
}

const lifetimes = [300, 900, 3600, 14_400, 86_400]

function TtlField({ draft: { ttl }, set }: Part) {
  const t = useTexts()
  const named = (seconds: number) => {
    if (seconds % 86_400 === 0) return t('products.ttl.days', { count: seconds / 86_400 })
    return seconds % 3600 === 0
      ? t('products.ttl.hours', { count: seconds / 3600 })
      : t('products.ttl.minutes', { count: Math.round(seconds / 60) })
  }
  const offered = lifetimes.includes(ttl) ? lifetimes : [...lifetimes, ttl].toSorted((one, other) => one - other)
  return (
    <Select
      label={t('products.record.ttl')}
      hint={t('products.record.ttl.hint')}
      options={offered.map((seconds) => ({ value: String(seconds), label: named(seconds) }))}
      value={String(ttl)}
      onChange={(seconds) => set({ ttl: Number(seconds) })}
    />
  )
}
