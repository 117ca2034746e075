// The frame of every page: for whom somebody acts stands at its top, in violet, all the time.
import { type Html, html } from './html.ts'
import type { Language, Words } from './texts.ts'

export type Frame = {
  readonly language: Language
  readonly words: Words
  readonly title: string
  /** On whose behalf; undefined in one's own organisation. */
  readonly behalf?: string | undefined
  readonly own?: string | undefined
  readonly formKey?: string | undefined
  /** Where the page hears of changes. */
  readonly live?: string | undefined
}

export function page({ language, words, title, behalf, own, formKey, live }: Frame, content: Html): string {
  return html`<!doctype html>
<html lang="${language}"${behalf !== undefined && html` class="acting"`}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${behalf === undefined ? '' : '◉ '}${title} · ${words.title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/console.css">
  ${live !== undefined && html`<script type="module" src="/console.js"></script>`}
</head>
<body${live !== undefined && html` data-live="${live}"`}>
  ${behalf !== undefined && html`<p class="behalf" role="status"><span aria-hidden="true">◉</span> ${behalf}</p>`}
  <header>
    <strong>${words.title}</strong>
    <span class="own">${own}</span>
    ${formKey !== undefined && html`<form method="post" action="/sign-out"><input type="hidden" name="key" value="${formKey}"><button class="quiet">${words.signOut}</button></form>`}
  </header>
  <main>${content}</main>
</body>
</html>`.text
}

/** A page that says calmly that there is nothing to do here. */
export function notice(title: string, text: string, links: readonly { readonly to: string; readonly label: string }[]): Html {
  return html`<section class="notice"><h1>${title}</h1><p>${text}</p>
    <p class="links">${links.map(({ to, label }) => html`<a class="button" href="${to}">${label}</a> `)}</p></section>`
}
