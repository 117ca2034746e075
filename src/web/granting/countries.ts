// The countries one can choose: those of Europe, the provider's neighbours first.
const near = ['CH', 'LI', 'DE', 'AT', 'FR', 'IT', 'ES']
const others =
  'AD AL BA BE BG CY CZ DK EE FI GB GR HR HU IE IS LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA VA XK US CA AU'.split(' ')

export const countryCodes: readonly string[] = [...near, ...others]

/** As the language of the browser suggests, else the provider's own. */
export function likelyCountry(): string {
  const region = navigator.languages
    .map((tag) => tag.split('-')[1]?.toUpperCase())
    .find((code) => code !== undefined && countryCodes.includes(code))
  return region ?? 'CH'
}
