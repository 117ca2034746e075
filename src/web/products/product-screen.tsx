// One product: whose it is, who pays, who looks after it, and what is inside.
import { useSuspenseQuery } from '@tanstack/react-query'
import { getProduct } from '../../server/products/contract.ts'
import { api } from '../api.ts'
import { useParam, usePlace } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { AccessForLeaders } from '../who-has-access/access-card.tsx'
import { DomainPage } from './domain-page.tsx'
import { DrivePage } from './drive-page.tsx'
import { FamilyIcon } from './families.tsx'
import { HostingPage } from './hosting-page.tsx'
import { MailPage } from './mail-page.tsx'
import { OpenInConsole } from './open-in-console.tsx'
import type { ProductHere } from './product.ts'
import { ProductFacts } from './product-facts.tsx'
import { ServerPage } from './server-page.tsx'

export function ProductScreen() {
  const t = useTexts()
  const place = usePlace()
  const id = useParam('product')
  const { data: product } = useSuspenseQuery(api.query(getProduct, `${place.api}/products/{product}`, { params: { product: id } }))
  usePageTitle(product.name)
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        crumbs={[{ label: t('products.title'), link: { to: `${place.path}/products` as never } }]}
        picture={<FamilyIcon family={product.family} large />}
        title={product.name}
        help={<HelpLink />}
        actions={product.status === 'active' && <OpenInConsole product={product.id} />}
      />
      {product.status !== 'active' && <Banner tone="warning">{t(`products.status.${product.status}.what`)}</Banner>}
      <ProductFacts product={product} />
      <Inside product={product} />
      {place.kind === 'own' && <AccessForLeaders organisation={place.id} product={product.id} />}
    </div>
  )
}

function Inside({ product }: { product: ProductHere }) {
  const t = useTexts()
  switch (product.family) {
    case 'domain':
      return <DomainPage product={product} />
    case 'mail':
      return <MailPage product={product} />
    case 'hosting':
      return <HostingPage product={product} />
    case 'drive':
      return <DrivePage product={product} />
    case 'server':
      return <ServerPage product={product} />
    default:
      return <EmptyState title={t('products.elsewhere')}>{t('products.elsewhere.what')}</EmptyState>
  }
}
