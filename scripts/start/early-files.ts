// Tells the page which files its address needs, so that prepare.js has the browser fetch them together with the first one instead of after it, what its
// screen is called, and what to say where the application does not come.
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite'
import { languages } from '../../src/domain/language.ts'
import { readCatalogue } from '../../src/locales/server-texts.ts'
import { firstQuestions } from '../../src/server/drawing/first-questions.ts'
import { escaped } from '../../src/server/mails/typeset.ts'
import { screensIn, shells } from './screens.ts'

const web = path.resolve('src/web')

export function earlyFiles(): Plugin {
  return {
    name: 'early-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => (bundle ? { html: withPreparation(html), tags: tagsOf(bundle) } : undefined),
    },
    // It stands in the page.
    writeBundle: ({ dir = '' }) => rm(path.join(dir, 'prepare.js'), { force: true }),
  }
}

/** Where it stands in the page, nothing has to be fetched before it runs; the server's policy names it by its hash. */
function withPreparation(html: string): string {
  const script = readFileSync(path.join(web, 'public/prepare.js'), 'utf8')
  return html.replace('<script src="/prepare.js"></script>', () => `<script>\n${script}</script>`)
}

function tagsOf(bundle: Rollup.OutputBundle): HtmlTagDescriptor[] {
  const files = Object.values(bundle)
  const chunkOf = (module: string) => files.find((file) => file.type === 'chunk' && file.moduleIds.includes(path.join(web, module)))
  const names: string[] = []
  const numberOf = (file: string) => {
    if (!names.includes(file)) names.push(file)
    return names.indexOf(file)
  }
  const entry = withImports(bundle, files.find((file) => file.type === 'chunk' && file.isEntry)?.fileName)
  const all = (modules: readonly (string | undefined)[]) => {
    const found = modules.flatMap((module) => [...withImports(bundle, module && chunkOf(module)?.fileName)])
    return [...new Set(found)].filter((file) => !entry.has(file)).map(numberOf)
  }
  const screens = screensIn(readFileSync(path.join(web, 'routes.tsx'), 'utf8'))
  const built = screens.filter(({ module }) => chunkOf(module))
  const titles: string[] = []
  const titleOf = (module: string) => {
    const id = titleIn(readFileSync(path.join(web, module), 'utf8'))
    if (id !== undefined && !titles.includes(id)) titles.push(id)
    return id === undefined ? [] : [titles.indexOf(id)]
  }
  const routes = built.map(({ route, module, frame }) => [
    route.replaceAll(/\$\w+/g, '*'),
    all([shells[frame], module]),
    ...titleOf(module),
  ])
  const texts = Object.fromEntries(
    files.flatMap(({ fileName }) => {
      const [, part, language] = /\/(first|rest)-(de|fr|it|en|es)-/.exec(fileName) ?? []
      return part ? [[`${part}-${language}`, numberOf(fileName)]] : []
    }),
  )
  const late = inLanguages(['start.late', 'start.again'])
  const fonts = files.filter(({ fileName }) => /inter-(latin-wght-normal|signs).*woff2$/.test(fileName))
  return [
    ...fonts.map(({ fileName }) => ({
      tag: 'link',
      attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${fileName}` },
    })),
    {
      tag: 'script',
      attrs: { type: 'application/json', id: 'early' },
      children: JSON.stringify({ files: names, routes, texts, titles: inLanguages(titles), late, questions: firstQuestions }).replaceAll(
        '<',
        '\\u003c',
      ),
      injectTo: 'head-prepend' as const,
    },
    { tag: 'noscript', children: inEveryLanguage(inLanguages(['start.no_script'])), injectTo: 'body' as const },
  ]
}

/** The text that a screen has as its title, where that is the same for everybody. */
export function titleIn(screen: string): string | undefined {
  return /<PageHeader\s[^>]*?\btitle=\{t\('([\w.-]+)'\)\}/.exec(screen)?.[1]
}

function inLanguages(ids: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    languages.map((language) => {
      const catalogue = readCatalogue(language)
      return [language, ids.map((id) => catalogue[id] ?? '')]
    }),
  )
}

/** Nobody chooses a language without it: the sentence stands there in all of them. */
export function inEveryLanguage(sentence: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(sentence)
    .map(([language, [text = '']]) => `<p class="p-4" lang="${language}">${escaped(text)}</p>`)
    .join('')
}

/** A file with all that it cannot do without. */
function withImports(bundle: Rollup.OutputBundle, file: string | undefined): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [file]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const chunk = bundle[next]
    if (found.has(next) || chunk?.type !== 'chunk') continue
    found.add(next)
    left.push(...chunk.imports)
  }
  return found
}
