// A block of an article as elements. Nothing here is markup from outside: the server parsed it, React draws it.
import { Lightbulb } from 'lucide-react'
import type { Block, BlockOf } from '../../server/help/contract.ts'
import { Inlines } from './inlines.tsx'
import { ListedRights } from './listed-rights.tsx'

export function ArticleBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} />
    case 'paragraph':
      return (
        <p>
          <Inlines parts={block.content} />
        </p>
      )
    case 'note':
      return (
        <p className="flex gap-3 rounded-lg border border-line bg-sunken px-4 py-3">
          <Lightbulb aria-hidden="true" className="mt-1 size-4 shrink-0 text-muted" />
          <span>
            <Inlines parts={block.content} />
          </span>
        </p>
      )
    case 'steps':
      return <Steps block={block} />
    case 'list':
      return (
        <ul className="flex list-disc flex-col gap-2 pl-6 marker:text-faint">
          {block.items.map((parts) => (
            <li key={parts.map(({ text }) => text).join('')}>
              <Inlines parts={parts} />
            </li>
          ))}
        </ul>
      )
    case 'terms':
      return <Terms block={block} />
    case 'rights':
      return <ListedRights block={block} />
  }
}

function Heading({ block: { level, id, text } }: { readonly block: BlockOf<'heading'> }) {
  if (level === 2) {
    return (
      <h2 id={id} className="mt-6 text-lg font-semibold tracking-tight first:mt-0">
        <OwnAnchor id={id} text={text} />
      </h2>
    )
  }
  return (
    <h3 id={id} className="mt-3 font-semibold">
      <OwnAnchor id={id} text={text} />
    </h3>
  )
}

/** A heading leads to itself: its address is what one copies to send somebody this very answer. */
function OwnAnchor({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <a href={`#${id}`} className="inline-block min-h-6 rounded-sm hover:underline hover:underline-offset-3">
      {text}
    </a>
  )
}

function Steps({ block }: { readonly block: BlockOf<'steps'> }) {
  return (
    <ol className="flex list-decimal flex-col gap-3 pl-7 marker:font-semibold marker:text-muted marker:tabular-nums">
      {block.items.map(({ content, details }) => (
        <li key={content.map(({ text }) => text).join('')} className="pl-1">
          <Inlines parts={content} />
          {details.length > 0 && (
            <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-sm marker:text-faint">
              {details.map((parts) => (
                <li key={parts.map(({ text }) => text).join('')}>
                  <Inlines parts={parts} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

function Terms({ block }: { readonly block: BlockOf<'terms'> }) {
  return (
    <dl className="flex flex-col divide-y divide-line border-y border-line">
      {block.items.map(({ id, term, text }) => (
        <div key={id} id={id} className="py-3">
          <dt className="font-medium break-words">{term}</dt>
          <dd className="text-muted">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
