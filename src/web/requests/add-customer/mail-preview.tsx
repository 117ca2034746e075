// The mail as it will look, in its own language: the same parts in the same order as the one that is sent.

import type { Language } from '../../../domain/language.ts'
import type { MailPreview as Mail } from '../../../server/requests/contract.ts'
import { locales, useTexts } from '../../texts.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

type Block = Mail['blocks'][number]

export function MailPreview({ mail, language }: { mail: Mail; language: Language }) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-3">
      <article className="overflow-hidden rounded-lg border border-line bg-sunken">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-3 text-sm">
          <Head term={t('add-customer.mail.from')} value={mail.from} />
          <Head term={t('add-customer.mail.to')} value={mail.to ?? t('add-customer.mail.to_representatives')} />
          <Head term={t('add-customer.mail.subject')} value={mail.subject} lang={locales[language]} strong />
        </dl>
        <div lang={locales[language]} className="p-3 text-base sm:p-6">
          <div className="flex flex-col rounded-lg border border-line bg-surface p-4 sm:p-6">
            <p className="pb-4 text-lg font-semibold text-balance">{mail.subject}</p>
            {mail.blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a mail have no other name than their place
              <MailBlock key={index} block={block} />
            ))}
          </div>
          <p className="px-1 pt-3 text-xs text-muted">{mail.why}</p>
        </div>
      </article>
      <Disclosure summary={t('add-customer.mail.plain')}>
        <pre
          lang={locales[language]}
          className="max-h-96 overflow-auto rounded-lg border border-line bg-sunken p-4 text-xs whitespace-pre-wrap wrap-anywhere"
        >
          {mail.text}
        </pre>
      </Disclosure>
    </div>
  )
}

function Head({ term, value, lang, strong = false }: { term: string; value: string; lang?: string; strong?: boolean }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd lang={lang} className={strong ? 'min-w-0 font-medium wrap-anywhere' : 'min-w-0 wrap-anywhere'}>
        {value}
      </dd>
    </>
  )
}

function MailBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p className="pb-4">{block.text}</p>
    case 'notice':
      return <p className="mb-5 border-l-3 border-accent py-1 pl-3 font-medium">{block.text}</p>
    case 'heading':
      return <p className="pt-2 pb-3 font-semibold">{block.text}</p>
    case 'facts':
      return <Facts facts={block.facts} />
    case 'groups':
      return block.groups.map((group) => <Group key={group.title} group={group} />)
    case 'button':
      return (
        <div className="flex flex-col items-start gap-2 pb-5">
          {/* What opens in the customer's mail opens nothing here. */}
          <span className="inline-flex rounded-md bg-accent px-5 py-3 font-semibold text-on-solid">{block.label}</span>
          <span className="text-xs text-muted">
            {block.hint}
            <span className="block text-accent-ink wrap-anywhere">{`${location.origin}/r/…`}</span>
          </span>
        </div>
      )
    case 'quiet':
      return (
        <p className="pb-2 text-sm text-muted">
          {block.text} {block.link !== null && <span className="text-accent-ink underline underline-offset-3">{block.link}</span>}
        </p>
      )
  }
}

function Facts({ facts }: Pick<Extract<Block, { kind: 'facts' }>, 'facts'>) {
  return (
    <dl className="@container mb-5 text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="grid gap-x-3 border-t border-line py-2 @3xs:grid-cols-[max(35%,7rem)_minmax(0,1fr)]">
          <dt className="text-muted">{label}</dt>
          <dd className="font-medium wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Group({ group: { title, items } }: { group: Extract<Block, { kind: 'groups' }>['groups'][number] }) {
  return (
    <div className="pb-4">
      <p className="pb-1.5 text-sm font-semibold text-muted">{title}</p>
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-sm">
        {items.map(({ text, mark }) => (
          <li key={text}>
            {text}{' '}
            {mark !== null && (
              <span className="rounded-sm bg-warning-soft px-1.5 py-0.5 text-xs font-semibold text-warning-ink">{mark}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
