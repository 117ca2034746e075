// A page as text, drawn by the server from answers it has already (src/server/drawing): it stands on screen while the application is still being loaded.
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ToDraw } from '../../server/drawing/contract.ts'
import { forgetFormats } from '../formats.ts'
import { ownFamilies } from '../own-families.ts'
import { Problem } from '../problem.ts'
import { queryClient } from '../query-client.ts'
import { router } from '../routes.tsx'
import { showTexts, speakOf, Texts } from '../texts.tsx'
import { drawFor } from '../ui/use-media-query.ts'

/** What was refused is not asked for again. */
queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retryOnMount: false } })
let lastZone: string | undefined

/** One at a time: what it knows is forgotten before the next. */
export async function draw({ address, language, answers, width, zone }: ToDraw): Promise<string> {
  const { pathname, search } = new URL(address)
  drawFor(width)
  if (zone !== lastZone) forgetFormats()
  lastZone = zone
  try {
    for (const answer of answers) know(answer)
    speakOf(ownFamilies())
    await showTexts(language)
    const here = routerAt(pathname.replace(/(.)\/$/, '$1') + search)
    await here.load()
    const first = markup(here)
    if (!first.includes(waits)) return first
    // What is loaded when it is needed is there the second time.
    await new Promise((resolve) => setTimeout(resolve, soonMs))
    return markup(here)
  } finally {
    queryClient.clear()
  }
}

/** A class of every skeleton. */
const waits = 'animate-breathe'
const soonMs = 20

/** One of its own for each page: a router that leads an address on to another stays at the page before, with what was searched for there. */
function routerAt(address: string) {
  return createRouter({ ...router.options, history: createMemoryHistory({ initialEntries: [address] }), scrollRestoration: false })
}

function markup(here: ReturnType<typeof routerAt>): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <Texts>
        <RouterProvider router={here} />
      </Texts>
    </QueryClientProvider>,
  )
}

/** As the query client keeps what it was told, or refused. */
function know([address, status, answer]: ToDraw['answers'][number]): void {
  if (status === 200) return void queryClient.setQueryData([address], answer)
  const error = new Problem({ status, code: String(Reflect.get(Object(answer), 'code')) })
  queryClient
    .getQueryCache()
    .build(queryClient, { queryKey: [address] })
    .setState({ status: 'error', error })
}
