// Starts the web application: the language first, then the page, whole if it is there soon.
import './styles.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { noticeArrivals } from './arrival.ts'
import { inTime, takeEarlyAnswers } from './early.ts'
import { keepPlace } from './keep-place.ts'
import { ownFamilies } from './own-families.ts'
import { queryClient } from './query-client.ts'
import { router } from './routes.tsx'
import { FreshAuthentication } from './sign-in/fresh-authentication.tsx'
import { firstLanguage, speak, speakOf, Texts } from './texts.tsx'
import { Toasts } from './ui/toast.tsx'

start().catch(reportError)

/** Not awaited at the top: the screens' modules build on this one, and would wait for it while it waits for them. */
async function start(): Promise<void> {
  const early = takeEarlyAnswers()
  speakOf(early.then(ownFamilies))
  await speak(firstLanguage())
  await Promise.all([early, inTime(router.load())])

  const place = document.getElementById('root')
  if (!place) throw new Error('The page has no element with the id "root".')
  keepPlace(router)
  noticeArrivals(router)

  createRoot(place).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queryClient}>
          <Texts>
            <RouterProvider router={router} />
            <FreshAuthentication />
            <Toasts />
          </Texts>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  )
}
