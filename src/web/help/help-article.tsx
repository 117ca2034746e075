// One article of the knowledge base, with its permanent link at the end.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Article, getArticleContract } from '../../server/help/contract.ts'
import { api } from '../api.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useLanguage, useTexts } from '../texts.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { textLinkClass } from '../ui/text-link.tsx'
import { ArticleBlock } from './article-block.tsx'
import { ArticleVideo } from './article-video.tsx'
import { MissingArticle } from './missing-article.tsx'

export function HelpArticle() {
  const { article: slug } = useParams({ strict: false }) as { article: string }
  return (
    <PublicFrame width="reading">
      <MissingArticle key={slug}>
        <Shown slug={slug} />
      </MissingArticle>
    </PublicFrame>
  )
}

function Shown({ slug }: { readonly slug: string }) {
  const t = useTexts()
  const language = useLanguage()
  const { data: article } = useSuspenseQuery(api.query(getArticleContract, '/api/help/{slug}', { params: { slug }, query: { language } }))
  usePageTitle(article.title)
  useEffect(() => {
    if (location.hash !== '') document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
  }, [])
  return (
    <article className="flex flex-col gap-8">
      <PageHeader title={article.title} description={article.summary} crumbs={[{ label: t('help.title'), link: { to: '/help' } }]} />
      {article.video && <ArticleVideo key={article.slug} article={article} film={article.video} />}
      <Contents article={article} />
      <div className="flex max-w-prose flex-col gap-4">
        {article.blocks.map((block, place) => (
          <ArticleBlock key={`${article.slug} ${String(place)}`} block={block} />
        ))}
      </div>
      <Related article={article} />
      <PermanentLink slug={article.slug} />
    </article>
  )
}

function Contents({ article }: { readonly article: Article }) {
  const t = useTexts()
  const headings = article.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []))
  if (headings.length < 3) return null
  return (
    <nav aria-label={t('help.on_this_page')} className="border-l-2 border-line pl-4 text-sm">
      <p className="font-medium text-muted">{t('help.on_this_page')}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} className={textLinkClass}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Related({ article }: { readonly article: Article }) {
  const t = useTexts()
  if (article.related.length === 0) return null
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-6">
      <h2 className="text-base font-semibold">{t('help.related')}</h2>
      <ul className="flex flex-col gap-1">
        {article.related.map(({ slug, title }) => (
          <li key={slug}>
            <Link to="/help/$article" params={{ article: slug }} className={textLinkClass}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same for every reader: the language of whoever opens it decides. */
function PermanentLink({ slug }: { readonly slug: string }) {
  const t = useTexts()
  const address = `${location.origin}/help/${slug}`
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-6 text-sm text-muted">
      <span className="min-w-0">
        {t('help.permanent_link')}{' '}
        <a href={address} className={`${textLinkClass} break-all`}>
          {address}
        </a>
      </span>
      <CopyButton text={address} label={t('help.copy_link')} />
    </footer>
  )
}
