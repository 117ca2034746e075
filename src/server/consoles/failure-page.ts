// What a person sees when a console sent them here with something that cannot be: in their language, with the code for whoever runs the console.
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import { languages } from '../../domain/language.ts'
import { textsFor } from '../../locales/server-texts.ts'

export function failurePage(ctx: KoaContextWithOIDC, { error }: ErrorOut): void {
  const { t, language } = textsFor(languages.find((known) => known === ctx.acceptsLanguages([...languages])) ?? 'en')
  const isOver = ctx.status < 500 && error === 'invalid_request' && ctx.oidc.route === 'resume'
  const title = t('consoles.failed.title')
  const what = t(isOver ? 'consoles.failed.over' : 'consoles.failed.what')
  ctx.type = 'html'
  ctx.body = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${what}</p><p><code>${error.replace(/[^a-z_]/g, '')}</code></p><p><a href="/go/manager">${t('consoles.failed.back')}</a></p></main></body></html>`
}
