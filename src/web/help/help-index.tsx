// The knowledge base: every article, or those that answer what was searched for. Readable without signing in.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ArticleSummary, listArticlesContract } from '../../server/help/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useLanguage, useTexts } from '../texts.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

export function HelpIndex() {
  const t = useTexts()
  const navigate = useNavigate()
  const { search: typed } = useSearch({ strict: false }) as { search?: string | string[] }
  const search = typeof typed === 'string' ? typed : ''
  usePageTitle(t('help.title'))
  return (
    <PublicFrame width="reading">
      <div className="flex flex-col gap-8">
        <PageHeader title={t('help.title')} description={t('help.intro')} />
        <SearchInput
          label={t('help.search')}
          value={search}
          onChange={(words) => void navigate({ to: '/help', search: { search: words.slice(0, 200) }, replace: true })}
        />
        <Articles search={search} />
      </div>
    </PublicFrame>
  )
}

function Articles({ search }: { readonly search: string }) {
  const t = useTexts()
  const language = useLanguage()
  const articles = useQuery(api.query(listArticlesContract, '/api/help', { query: { language, search } }))
  if (articles.isPending) return <SkeletonLines label={t('help.title')} lines={6} />
  if (articles.isError) {
    return (
      <ErrorState title={t('help.failed')} onRetry={() => void articles.refetch()}>
        {problemText(t, articles.error)}
      </ErrorState>
    )
  }
  const found = articles.data.articles
  if (search.trim() !== '') return <Found search={search} articles={found} />
  return audiences.map((audience) => (
    <section key={audience} className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{t(`help.for.${audience}`)}</h2>
      <ArticleList articles={found.filter((article) => article.audience === audience)} />
    </section>
  ))
}

const audiences = ['partner', 'customer', 'everybody', 'operator'] as const

function Found({ search, articles }: { readonly search: string; readonly articles: readonly ArticleSummary[] }) {
  const t = useTexts()
  return (
    <section className="flex flex-col gap-3">
      <output className="text-sm text-muted">{t('help.found', { count: articles.length })}</output>
      {articles.length === 0 ? (
        <EmptyState title={t('help.nothing', { search })}>{t('help.nothing.hint')}</EmptyState>
      ) : (
        <ArticleList articles={articles} />
      )}
    </section>
  )
}

function ArticleList({ articles }: { readonly articles: readonly ArticleSummary[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {articles.map(({ slug, title, summary, found }) => (
        <li key={slug}>
          <Link to="/help/$article" params={{ article: slug }} className="flex flex-col gap-0.5 px-4 py-3 hover:bg-hover sm:px-6 sm:py-4">
            <span className="font-medium text-accent-ink">{title}</span>
            <span className="max-w-prose text-sm text-muted">{found ?? summary}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
