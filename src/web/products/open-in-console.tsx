// Leads from a product to the console that serves its family, in a new tab; nothing where there is none.
import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { openConsole } from '../../server/consoles/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { buttonClass } from '../ui/button-class.ts'

export function OpenInConsole({ product }: { product: string }) {
  const t = useTexts()
  const place = usePlace()
  const { data } = useQuery(api.query(openConsole, `${place.api}/products/{product}/console`, { params: { product } }))
  if (!data?.console) return null
  return (
    <a href={data.console.url} target="_blank" rel="noopener noreferrer" className={buttonClass({ kind: 'secondary' })}>
      <ExternalLink aria-hidden="true" />
      {t('consoles.open', { name: data.console.name })}
    </a>
  )
}
