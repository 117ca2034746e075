// What somebody does on a page, as the browser's own devices would: presses that the page cannot tell from real ones, with nothing asked of it in between
// but where something stands.
export type InPage = (method: string, params: object) => Promise<Record<string, unknown>>
export type Hands = {
  /** Each of these elements once, in the middle of the window. */
  readonly pressEach: (selector: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly key: (key: 'ArrowDown' | 'Backspace' | 'Escape', times?: number) => Promise<void>
  readonly ctrlK: () => Promise<void>
  readonly untilThere: (selector: string) => Promise<void>
}

/** As quick as somebody types. */
const keyMs = 60
/** Until the next press, as quick as somebody chooses. */
const restMs = 200
const patienceMs = 20_000
const codes = { ArrowDown: 40, Backspace: 8, Escape: 27 } as const
const ctrl = 2

export function handsIn(inPage: InPage): Hands {
  const dispatch = async (key: object) => {
    await inPage('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
    await inPage('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    await waited(keyMs)
  }
  return {
    pressEach: async (selector) => {
      const count = await asked<number>(inPage, `document.querySelectorAll(${JSON.stringify(selector)}).length`)
      for (let at = 0; at < count; at++) await press(inPage, selector, at)
    },
    type: async (text) => {
      for (const letter of text) await dispatch({ key: letter, text: letter, unmodifiedText: letter })
    },
    key: async (key, times = 1) => {
      for (let time = 0; time < times; time++) await dispatch({ key, code: key, windowsVirtualKeyCode: codes[key] })
    },
    ctrlK: () => dispatch({ key: 'k', code: 'KeyK', windowsVirtualKeyCode: 75, modifiers: ctrl }),
    untilThere: async (selector) => {
      for (
        const end = Date.now() + patienceMs;
        !(await asked<boolean>(inPage, `document.querySelector(${JSON.stringify(selector)}) !== null`));
      ) {
        if (Date.now() > end) throw new Error(`${selector} never came`)
        await waited(keyMs)
      }
    },
  }
}

async function press(inPage: InPage, selector: string, at: number): Promise<void> {
  const place = await asked<{ readonly x: number; readonly y: number }>(
    inPage,
    `(() => {
      const element = document.querySelectorAll(${JSON.stringify(selector)})[${at}]
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })()`,
  )
  await waited(restMs)
  const button = { ...place, button: 'left', clickCount: 1 }
  await inPage('Input.dispatchMouseEvent', { type: 'mousePressed', ...button })
  await inPage('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button })
  await waited(restMs)
}

async function asked<T>(inPage: InPage, expression: string): Promise<T> {
  const { result } = await inPage('Runtime.evaluate', { expression, returnByValue: true })
  return (result as { readonly value: T }).value
}

const waited = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms))
