// What is read before anybody is signed in, in one language: consent, sign-in, and what every page says.
export const areas = import.meta.glob<Record<string, string>>(
  './es/{common,consent,conversation,families,never,presets,preview,problems,rights,roles,shell,sign-in,ui}.json',
  { eager: true, import: 'default' },
)
