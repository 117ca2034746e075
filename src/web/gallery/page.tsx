// The gallery as a page of its own, without the application around it: quickly built, and asking nobody. The tests take their pictures of it.
import '../styles.css'
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { firstLanguage, speak, speakOfEverything, Texts } from '../texts.tsx'
import { Toasts } from '../ui/toast.tsx'
import { Gallery } from './gallery.tsx'

/** Its links lead nowhere. */
const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() })
const place = document.getElementById('root')
if (!place) throw new Error('The page has no element with the id "root".')

await speakOfEverything()
await speak(firstLanguage())
createRoot(place).render(
  <RouterContextProvider router={router as never}>
    <Texts>
      <Gallery />
      <Toasts />
    </Texts>
  </RouterContextProvider>,
)
