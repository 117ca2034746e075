// What the server knows of the window that a page is opened in: its width, its time zone and its language, told by a cookie where they were guessed wrongly before.
import type { IncomingHttpHeaders } from 'node:http'
import { isLanguage, type Language, languages } from '../../domain/language.ts'

/** `width`: the last of these breakpoints that it reaches, in rem, as src/web/public/prepare.js tells it. */
export type Window = { readonly width: 20 | 44 | 64; readonly zone: string; readonly language: Language }

const zone = 'Europe/Zurich'
const widths = [20, 44, 64] as const

/** The cookie is "window=20~Europe/London~fr". */
export function windowOf(headers: IncomingHttpHeaders): Window {
  const [, told, where, words = ''] = /(?:^|;\s*)window=(\d\d)~([\w+/-]{1,40})(?:~(\w\w))?/.exec(headers.cookie ?? '') ?? []
  return {
    width: widths.find((width) => width === Number(told)) ?? guessed(headers),
    zone: isZone(where) ? where : zone,
    language: isLanguage(words) ? words : accepted(headers['accept-language']),
  }
}

function guessed(headers: IncomingHttpHeaders): Window['width'] {
  return headers['sec-ch-ua-mobile'] === '?1' || /\bMobi/.test(headers['user-agent'] ?? '') ? 20 : 64
}

/** The first that there are texts in. */
function accepted(header = ''): Language {
  const known = header.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return known.find(isLanguage) ?? languages[3]
}

/** Names are many, also old ones: what can be reckoned in is one. */
function isZone(name: string | undefined): name is string {
  if (name === undefined) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format()
    return true
  } catch {
    return false
  }
}
