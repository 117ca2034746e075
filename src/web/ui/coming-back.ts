// Whether somebody loaded a page again, or came back to it: they are led to where they were as soon as it is drawn, so it has to be as high as it was.

let isBack = wasLoadedAgain()

if ('addEventListener' in globalThis) {
  // Whatever is opened by a press is opened at its beginning; going back tells of itself after the press.
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => notice(false), true)
  addEventListener('popstate', () => notice(true))
}

export const isComingBack = (): boolean => isBack

function notice(is: boolean): void {
  isBack = is
}

function wasLoadedAgain(): boolean {
  const [opened] = performance.getEntriesByType('navigation')
  return opened !== undefined && 'type' in opened && opened.type !== 'navigate'
}
