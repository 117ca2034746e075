// The parts of a line: words, words exactly as on screen, and links within this site.
import { Link } from '@tanstack/react-router'
import { EllipsisVertical } from 'lucide-react'
import type { Inline } from '../../server/help/contract.ts'
import { textLinkClass } from '../ui/text-link.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'

/** No line ends within “e-mail”. */
const held = (text: string): string => text.replaceAll(/\b(e)-(?=mail)/gi, '$1\u2011')

export function Inlines({ parts }: { readonly parts: readonly Inline[] }) {
  return parts.map((part, place) => <Part key={`${String(place)} ${part.text}`} part={part} />)
}

function Part({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case 'text':
      return held(part.text)
    case 'strong':
      return <strong className="font-semibold">{part.text === menuSign ? <MenuSign /> : part.text}</strong>
    case 'screen':
      return <b className="rounded-sm border border-line bg-sunken box-decoration-clone px-0.5 py-px font-medium">{part.text}</b>
    case 'code':
      return <code className="rounded-sm bg-sunken px-1 font-mono text-sm">{part.text}</code>
    case 'link':
      return <OwnLink text={part.text} href={part.href} />
  }
}

const menuSign = '⋮'

/** As the button itself looks. */
function MenuSign() {
  return (
    <>
      <EllipsisVertical aria-hidden="true" className="inline size-4 align-[-0.2em]" />
      <VisuallyHidden>{menuSign}</VisuallyHidden>
    </>
  )
}

function OwnLink({ text, href }: { readonly text: string; readonly href: string }) {
  const [path = '', hash] = href.split('#')
  if (path === '') {
    return (
      <a href={href} className={textLinkClass}>
        {text}
      </a>
    )
  }
  return (
    <Link to={path} {...(hash === undefined ? {} : { hash })} className={textLinkClass}>
      {text}
    </Link>
  )
}
