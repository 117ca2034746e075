// A mail as HTML for mail clients: one column, tables, inline styles, light and dark; every text is escaped, every address is checked.
import type { Block, Fact, Group, Item, Link, MailDocument } from './mail-document.ts'
import { escaped, typeset } from './typeset.ts'

const colours = {
  ground: ['#f6f7f9', '#0a0c0f'],
  card: ['#ffffff', '#15171b'],
  line: ['#e1e3e6', '#2a2d32'],
  ink: ['#181c22', '#eff0f2'],
  muted: ['#52575f', '#a9acb3'],
  accent: ['#1253d2', '#2261dd'],
  link: ['#104fca', '#8db6ff'],
  warn: ['#804810', '#f4c677'],
  soft: ['#fdf5e3', '#33260f'],
} as const

const font = 'font-family:Inter,-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif'
/** Only what is longer than its line breaks within a word: a name may have no place where it parts. */
const longWords = 'word-break:break-word;overflow-wrap:anywhere'

export function drawHtml({ subject, preheader, blocks, why }: MailDocument, choices: Link, locale: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escaped(subject)}</title>
<style>${styles()}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:${colours.ground[0]};${font}">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escaped(preheader)}${'&#8199;&#65279;'.repeat(40)}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${colours.ground[0]}">
<tr><td align="center" class="outside" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td class="muted beside" style="${text(14, 600, 'muted')};padding:0 33px 16px;text-align:left">Prokura</td></tr>
<tr><td class="card" style="background:${colours.card[0]};border:1px solid ${colours.line[0]};border-radius:10px;padding:32px 32px 16px;text-align:left;${longWords}">
<h1 class="ink" style="${text(20, 600, 'ink')};margin:0 0 16px;line-height:28px;text-wrap:balance">${typeset(subject)}</h1>
${blocks.map(drawBlock).join('\n')}
</td></tr>
<tr><td class="muted beside" style="${text(13, 400, 'muted')};padding:16px 33px 0;${longWords};line-height:20px;text-align:left">${typeset(why)}<br>${drawLink(choices.label, choices.url)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

function drawBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="ink" style="${text(16, 400, 'ink')};margin:0 0 16px">${typeset(block.text)}</p>`
    case 'notice':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr><td class="notice" style="${text(16, 500, 'ink')};border-left:3px solid ${colours.accent[0]};padding:4px 0 4px 12px">${typeset(block.text)}</td></tr></table>`
    case 'heading':
      return `<h2 class="ink" style="${text(16, 600, 'ink')};margin:24px 0 12px">${typeset(block.text)}</h2>`
    case 'facts':
      return block.facts.length === 0 ? '' : drawFacts(block.facts)
    case 'groups':
      return block.groups.map(drawGroup).join('\n')
    case 'code':
      return `<p class="code" style="${text(32, 600, 'ink')};margin:0 0 20px;padding:16px;border:1px solid ${colours.line[0]};border-radius:6px;text-align:center;letter-spacing:6px;text-indent:6px;line-height:40px;font-variant-numeric:tabular-nums">${escaped(block.code)}</p>`
    case 'button':
      return drawButton(block)
    case 'quiet':
      return `<p class="muted" style="${text(14, 400, 'muted')};margin:0 0 8px;line-height:20px">${typeset(block.text)}${block.link ? ` ${drawLink(block.link.label, block.link.url)}` : ''}</p>`
  }
}

function drawFacts(facts: readonly Fact[]): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td class="fact muted" valign="top" width="35%" style="${text(14, 400, 'muted')};padding:8px 12px 8px 0;border-top:1px solid ${colours.line[0]};word-break:normal;overflow-wrap:normal">${typeset(label)}</td><td class="fact ink" valign="top" style="${text(14, 500, 'ink')};padding:8px 0;border-top:1px solid ${colours.line[0]}">${typeset(value)}</td></tr>`,
  )
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">${rows.join('')}</table>`
}

function drawGroup({ title, items, link }: Group): string {
  const heading =
    title === '' ? '' : `<p class="muted" style="${text(14, 600, 'muted')};margin:0 0 6px;line-height:20px">${typeset(title)}</p>`
  const below = link === undefined ? '' : `<p style="${text(14, 400, 'muted')};margin:-8px 0 20px">${drawLink(link.label, link.url)}</p>`
  return `${heading}<ul style="margin:0 0 16px;padding:0 0 0 20px">${items.map(drawItem).join('')}</ul>${below}`
}

function drawItem({ text: words, mark, url }: Item): string {
  const said = url === undefined ? typeset(words) : drawLink(words, url)
  const marked =
    mark === undefined
      ? ''
      : `&nbsp;<span class="mark" style="${text(12, 600, 'warn')};background:${colours.soft[0]};border-radius:4px;padding:1px 6px;white-space:nowrap">${typeset(mark)}</span>`
  return `<li class="ink" style="${text(15, 400, 'ink')};margin:0 0 6px;line-height:22px">${said}${marked}</li>`
}

function drawButton({ label, url, hint }: { readonly label: string; readonly url: string; readonly hint: string }): string {
  const href = checkedUrl(url)
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 12px"><tr><td class="button" style="background:${colours.accent[0]};border-radius:6px"><a href="${href}" style="${font};display:inline-block;padding:12px 20px;font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${typeset(label)}</a></td></tr></table>
<p class="muted" style="${text(12, 400, 'muted')};margin:0 0 20px;line-height:18px">${typeset(hint)}<br><a class="link" href="${href}" style="color:${colours.link[0]};text-decoration:none;word-break:break-all">${href}</a></p>`
}

function drawLink(label: string, url: string): string {
  return `<a class="link" href="${checkedUrl(url)}" style="color:${colours.link[0]}">${typeset(label)}</a>`
}

function text(size: number, weight: number, colour: 'ink' | 'muted' | 'warn'): string {
  return `${font};font-size:${size}px;font-weight:${weight};color:${colours[colour][0]}${size === 16 ? ';line-height:24px' : size === 14 ? ';line-height:20px' : ''}`
}

function styles(): string {
  const narrow =
    '@media (max-width:480px){.outside{padding:16px 8px!important}.card{padding:20px 16px 8px!important}.beside{padding-left:17px!important;padding-right:17px!important}}'
  const dark = [
    `.ground{background:${colours.ground[1]}!important}`,
    `.card{background:${colours.card[1]}!important;border-color:${colours.line[1]}!important}`,
    `.ink,.notice,.code{color:${colours.ink[1]}!important}`,
    `.muted{color:${colours.muted[1]}!important}`,
    `.fact,.code{border-color:${colours.line[1]}!important}`,
    `.notice{border-color:${colours.link[1]}!important}`,
    `.button{background:${colours.accent[1]}!important}`,
    `.link{color:${colours.link[1]}!important}`,
    `.mark{color:${colours.warn[1]}!important;background:${colours.soft[1]}!important}`,
  ]
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}${narrow}@media (prefers-color-scheme:dark){${dark.join('')}}`
}

/** Only pages of the web; anything else would be a mistake of ours. */
function checkedUrl(url: string): string {
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`not the address of a page: ${protocol}`)
  return escaped(href)
}
