// French drops the e of "de" and "que" before a vowel, also before a name that no text knows: d’Alpweb, de Webwerk. Other languages never do.

/** A private character in place of the e and the space, until the name is there. */
const open = '\uE001'
const beforeName = /(\bd|qu)e (?=(?:<\w+>)?\{\w+\})/gi
const vowel = new RegExp(`${open}(?=(?:<\\w+>)?(?:[aàâäeéèêëiîïoôöœuùûü]|y[^aeiou]))`, 'gi')

/** Of a message, before it is compiled. */
export const elidable = (message: string): string => message.replace(beforeName, `$1${open}`)

/** Of what the message became. */
export function elided(text: string, language: string): string {
  if (!text.includes(open)) return text
  return (language === 'fr' ? text.replace(vowel, '’') : text).replaceAll(open, 'e ')
}
