// The pages of the built-in mailbox: a list, and one message as a mail program would show it.
import type { MessageSummary, StoredMessage } from './mailbox-store.ts'
import type { MailboxWords } from './mailbox-words.ts'

export type View = 'html' | 'text' | 'headers'

type Page = { readonly words: MailboxWords; readonly language: string; readonly to: string; readonly messages: readonly MessageSummary[] }

export function mailboxPage(page: Page, open?: { readonly message: StoredMessage; readonly view: View }): string {
  const { words, language, to, messages } = page
  const none = `<p class="none">${escaped(to === '' ? words.empty : words.nothing)}</p>`
  const choose = messages.length === 0 ? '' : `<p class="choose">${escaped(words.choose)}</p>`
  const rows = messages.map((message) => row(message, page, message.id === open?.message.id)).join('')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(open?.message.subject ?? words.title)} · Prokura</title>
<link rel="stylesheet" href="/mailbox/style.css">
</head>
<body class="${open === undefined ? 'list' : 'reading'}">
<header><h1><a href="/mailbox">${escaped(words.title)}</a></h1><p>${escaped(words.hint)}</p></header>
<nav>
<form action="/mailbox" role="search"><input type="search" name="to" value="${escaped(to)}" placeholder="${escaped(words.find)}" aria-label="${escaped(words.find)}"></form>
${messages.length === 0 ? none : `<ol>${rows}</ol>`}
</nav>
<main>${open === undefined ? choose : letter(open.message, open.view, page)}</main>
</body>
</html>`
}

function row(message: MessageSummary, { language, to }: Page, current: boolean): string {
  return `<li><a href="/mailbox/messages/${message.id}${query({ to })}"${current ? ' aria-current="true"' : ''}>
<span class="to">${escaped(message.to)}</span><time datetime="${message.receivedAt.toISOString()}">${moment(message.receivedAt, language)}</time>
<span class="subject">${escaped(message.subject)}</span></a></li>`
}

function letter(message: StoredMessage, view: View, { words, language, to }: Page): string {
  const views = message.html === undefined ? (['text', 'headers'] as const) : (['html', 'text', 'headers'] as const)
  const tabs = views.map((name) => {
    const current = name === view ? ' aria-current="page"' : ''
    return `<a href="/mailbox/messages/${message.id}${query({ to, view: name })}"${current}>${escaped(words[name])}</a>`
  })
  return `<a class="back" href="/mailbox${query({ to })}">${escaped(words.all)}</a>
<h2>${escaped(message.subject)}</h2>
<dl>
<dt>${escaped(words.from)}</dt><dd>${escaped(message.from)}</dd>
<dt>${escaped(words.to)}</dt><dd>${escaped(message.to)}</dd>
<dt>${escaped(words.received)}</dt><dd><time datetime="${message.receivedAt.toISOString()}">${moment(message.receivedAt, language)}</time></dd>
</dl>
<div class="tabs">${tabs.join('')}</div>
${body(message, view)}`
}

function body(message: StoredMessage, view: View): string {
  if (view === 'text') return `<pre class="text">${linked(message.text)}</pre>`
  if (view === 'headers')
    return `<pre class="headers">${message.headers.map(({ name, value }) => `<b>${escaped(name)}:</b> ${escaped(value)}`).join('\n')}</pre>`
  return `<iframe title="${escaped(message.subject)}" src="/mailbox/messages/${message.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>`
}

/** Addresses in a text become links, as mail programs make them. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('')
}

function query(values: Readonly<Record<string, string>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== '')
  return set.length === 0 ? '' : `?${escaped(new URLSearchParams(set).toString())}`
}

/** As the mails themselves count their days. */
const timeZone = 'Europe/Zurich'

const moment = (at: Date, language: string) =>
  escaped(new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at))

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
