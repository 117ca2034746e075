// Every other text on screen in one language.
export const areas = import.meta.glob<Record<string, string>>(
  ['./en/*.json', '!./en/{common,consent,conversation,families,never,presets,preview,problems,rights,roles,shell,sign-in,ui,mails}.json'],
  { eager: true, import: 'default' },
)
