import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** A window whose page was opened like this. */
async function windowOpened(type: 'navigate' | 'reload' | 'back_forward') {
  const window = new EventTarget()
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type }] as never)
  const { isComingBack } = await import('./coming-back.ts')
  return { isComingBack, happens: (event: string) => void window.dispatchEvent(new Event(event)) }
}

test.each([
  ['navigate', false],
  ['reload', true],
  ['back_forward', true],
] as const)('a page that was opened by %s', async (type, expected) => {
  expect((await windowOpened(type)).isComingBack()).toBe(expected)
})

test('going back is coming back, until something is pressed', async () => {
  const { isComingBack, happens } = await windowOpened('navigate')
  for (const [event, expected] of [
    ['popstate', true],
    ['pointerdown', false],
    ['popstate', true],
    ['keydown', false],
  ] as const) {
    happens(event)
    expect(isComingBack()).toBe(expected)
  }
})
