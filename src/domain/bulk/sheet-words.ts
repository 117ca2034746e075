// The words by which columns and values of a customers' list are recognised, in five languages; what is shown stands in the locales.

import type { Family } from '../rights/catalogue.ts'
import type { PresetId } from '../rights/presets.ts'

export const customerColumns = [
  'email',
  'organisation_name',
  'customer_number',
  'language',
  'your_reference',
  'access',
  'families',
  'payer',
  'ends_on',
  'people',
  'teams',
  'tags',
] as const
export type CustomerColumn = (typeof customerColumns)[number]

/** Case, accents and everything that is neither letter nor digit do not count. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

const words = (list: string): readonly string[] => list.split('|').map(foldWord)

const columnWords: Readonly<Record<CustomerColumn, readonly string[]>> = {
  email: words(
    'email|e-mail|e-mail-adresse|emailadresse|mail|mailadresse|adresse e-mail|adresse mail|courriel|indirizzo e-mail|posta elettronica|correo|correo electrónico|dirección de correo|email address',
  ),
  organisation_name: words(
    'organisation name|organisation|organization|company|company name|firm|name|customer|customer name|firma|firmenname|unternehmen|kunde|kundenname|organisationsname|société|entreprise|raison sociale|nom|nom du client|client|organizzazione|azienda|ditta|società|nome|cliente|nome del cliente|organización|empresa|nombre|nombre del cliente|razón social',
  ),
  customer_number: words(
    'customer number|customer no|number|kundennummer|kunden-nr|kundennr|numéro de client|no client|n° client|numero cliente|n. cliente|número de cliente|n.º de cliente',
  ),
  language: words('language|lang|sprache|langue|lingua|idioma'),
  your_reference: words(
    'your reference|reference|ref|our reference|ihre referenz|referenz|unsere referenz|votre référence|référence|réf|vostro riferimento|suo riferimento|il suo riferimento|riferimento|rif|su referencia|referencia',
  ),
  access: words(
    'access|preset|template|rights|zugriff|vorlage|rechte|accès|modèle|droits|accesso|modello|diritti|acceso|plantilla|permisos',
  ),
  families: words(
    'families|kinds of products|kind of product|tipi di prodotti|product families|products|produkte|produktarten|produktfamilien|produits|familles|types de produits|prodotti|famiglie|tipi di prodotto|productos|familias|tipos de producto',
  ),
  payer: words('payer|paid by|who pays|bezahlt von|zahler|wer bezahlt|payé par|payeur|qui paie|pagato da|chi paga|pagado por|quién paga'),
  ends_on: words(
    'ends on|until|end|end date|bis|ende|enddatum|läuft ab|jusqu’au|jusqu’à|fin|date de fin|fino al|fine|data di fine|scadenza|hasta|fin|fecha de fin',
  ),
  people: words(
    'people|person|responsible|zuständig|personen|zuständige|mitarbeitende|responsables|personnes|persone|responsabili|incaricati|personas|encargados',
  ),
  teams: words('teams|team|équipes|équipe|squadre|equipos|equipo'),
  tags: words('tags|tag|labels|schlagwörter|schlagwort|mots-clés|étiquettes|parole chiave|etichette|etiquetas|palabras clave'),
}

/** The column that a header names, or null. */
export function columnNamed(header: string): CustomerColumn | null {
  const folded = foldWord(header)
  return folded === ''
    ? null
    : (customerColumns.find((column) => foldWord(column) === folded || columnWords[column].includes(folded)) ?? null)
}

const presetWords: Readonly<Record<PresetId, readonly string[]>> = {
  full: words('full|voll|complet|completo'),
  limited: words('limited|begrenzt|limité|limitato|limitado'),
  read_only: words('read only|nur lesen|lecture seule|sola lettura|solo lectura'),
  billing_only: words('billing only|nur rechnungen|facturation seule|solo fatturazione|solo facturación'),
}
const familyWords: Readonly<Record<string, readonly string[]>> = {
  domain: words('domain|domains|domaine|domaines|domini|dominio|dominios'),
  mail: words('mail|email|e-mail|correo|posta'),
  hosting: words('hosting|website|websites|web|site|sites|hébergement|siti|sito|sitios|alojamiento'),
  drive: words('drive|files|dateien|fichiers|file|archivos'),
  server: words('server|servers|serveur|serveurs|servidor|servidores'),
}
const payerWords = {
  customer: words('customer|kunde|client|cliente'),
  partner: words('partner|we|us|wir|partenaire|nous|noi|nosotros'),
} as const
const languageWords = {
  de: words('de|deutsch|german|allemand|tedesco|alemán'),
  fr: words('fr|französisch|french|français|francese|francés'),
  it: words('it|italienisch|italian|italien|italiano'),
  en: words('en|englisch|english|anglais|inglese|inglés'),
  es: words('es|spanisch|spanish|espagnol|spagnolo|español'),
} as const

export const presetNamed = (text: string): PresetId | null => named(presetWords, text)
export const familyNamed = (text: string): Family | null => named(familyWords, text) as Family | null
export const payerNamed = (text: string): 'customer' | 'partner' | null => named(payerWords, text)
export const languageNamed = (text: string): keyof typeof languageWords | null => named(languageWords, text)

function named<Name extends string>(table: Readonly<Record<Name, readonly string[]>>, text: string): Name | null {
  const folded = foldWord(text)
  const names = Object.keys(table) as Name[]
  return names.find((name) => foldWord(name) === folded || table[name].includes(folded)) ?? null
}
