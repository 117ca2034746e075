// The steps of an article as a film without sound: never plays by itself, has the steps as captions, and leads to each part.
import { Play } from 'lucide-react'
import { useRef } from 'react'
import type { Article } from '../../server/help/contract.ts'
import { useFormats } from '../formats.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { buttonClass } from '../ui/button-class.ts'

type Film = NonNullable<Article['video']>

export function ArticleVideo({ article, film }: { readonly article: Article; readonly film: Film }) {
  const t = useTexts()
  const language = useLanguage()
  const player = useRef<HTMLVideoElement>(null)
  const length = useLength(film.seconds)
  const titles = new Map(article.blocks.flatMap((block) => (block.kind === 'heading' ? [[block.id, block.text] as const] : [])))
  const chapters = film.chapters.flatMap(({ id, at }) => (titles.has(id) ? [{ id, at, title: titles.get(id) ?? '' }] : []))
  const showFrom = (at: number) => {
    if (player.current === null) return
    player.current.currentTime = at
    void player.current.play()
  }
  return (
    <figure aria-label={t('help.video')} className="flex flex-col gap-3">
      <video
        ref={player}
        controls
        muted
        playsInline
        preload="none"
        poster={film.poster}
        width={1280}
        height={800}
        aria-label={t('help.video.of', { title: article.title })}
        className="h-auto w-full rounded-lg border border-line bg-sunken"
      >
        <source src={film.video} type="video/webm" />
        <track kind="captions" src={film.captions} srcLang={language} label={t(`common.language.${language}`)} default />
      </video>
      <figcaption className="flex flex-col gap-2 text-sm text-muted">
        {t('help.video.what', { length })}
        {chapters.length > 1 && (
          <ul className="flex flex-wrap gap-2">
            {chapters.map(({ id, at, title }) => (
              <li key={id}>
                <button type="button" onClick={() => showFrom(at)} className={buttonClass({ size: 'small' })}>
                  <Play aria-hidden="true" />
                  {title}
                </button>
              </li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  )
}

/** 95 seconds are 1:35. */
function useLength(seconds: number): string {
  const { number } = useFormats()
  const rounded = Math.round(seconds)
  return `${number(Math.floor(rounded / 60))}:${number(rounded % 60, { minimumIntegerDigits: 2 })}`
}
