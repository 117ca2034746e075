// The screens of the application with their addresses and modules, as the table in src/web/routes.tsx has them: read as text, since a build runs none of it.

const frames = { own: '/o/$organisation', acting: '/c/$partnership', operator: '/operator', pages: '' } as const
export type Frame = keyof typeof frames
/** What stands around the screens of each. */
export const shells = {
  own: 'shell/own-shell.tsx',
  acting: 'shell/acting-shell.tsx',
  operator: 'operator/operator-shell.tsx',
  pages: undefined,
} as const satisfies Record<Frame, string | undefined>

/** `route`: like "/o/$organisation/customers"; `module`: below src/web. */
export type Screen = { readonly route: string; readonly module: string; readonly frame: Frame }

export function screensIn(routes: string): readonly Screen[] {
  const tables = routes.matchAll(/^const (own|acting|operator|pages): Screens = \{\n(.*?)^\}/gms)
  return [...tables].flatMap(([, name, table = '']) => {
    const frame = name as Frame
    const lines = table.matchAll(/'([^']+)': \w+\(\(\) => import\('\.\/([^']+)'\)/g)
    return [...lines].map(([, route, module = '']) => ({ route: `${frames[frame]}${route}`.replace(/(?<=.)\/$/, ''), module, frame }))
  })
}
