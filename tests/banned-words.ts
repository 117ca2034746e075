// Words that no screen and no mail uses, because the glossary has another word for the same thing; one list per language.
import type { Language } from '../src/locales/server-texts.ts'

export const bannedWords: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    begins('legal guardian|legal manager|legal owner'),
    begins('reseller space'),
    word('clients?'),
    word('permissions?'),
    word('e-mails?'),
    begins('sub-?account'),
    word('OK'),
  ],
  de: [
    begins('gesetzliche\\w* (vertret|verantwortlich)'),
    begins('berechtigung'),
    word('besuche?s?|besuchen'),
    begins('klient|client'),
    begins('reseller-bereich'),
    begins('kunde hinzufügen'),
    begins('zahlungsmethode|zahlungsart'),
    begins('administrator'),
    begins('gewähr'),
    begins('angeforder'),
    begins('unterkonto'),
    word('emails?'),
    word('du|dein|deine|deinen|deiner|dir|dich'),
  ],
  fr: [
    begins('responsables? léga'),
    word('autorisations?'),
    begins('espace (de )?revendeurs(?!\\p{L})'),
    begins('sous gestion'),
    word('visites?'),
    word('mails?|courriels?'),
    begins('associé'),
    begins('(modes?|méthodes?) de paiement'),
    word('tu|toi|ton|tes'),
  ],
  it: [
    begins('sensibil'),
    begins('responsabil[ei] legal'),
    begins('autorizzazion'),
    word('visit[ae]'),
    begins('in gestione'),
    begins('mezz[io] di pagamento'),
    word('partnership'),
    begins('pagator'),
    word('permess[oi]'),
    word('area rivenditore'),
    begins('collaborazion'),
    word('tuo|tua|tuoi|tue'),
  ],
  es: [
    begins('sensible'),
    word('soci[oa]s?'),
    word('derechos?'),
    begins('autorizaci'),
    begins('colaborador'),
    word('visitas?'),
    begins('responsables? legal'),
    begins('medios? de pago'),
    begins('partenariado'),
    begins('otorg'),
    word('e-?mails?'),
    begins('registro de actividad'),
    word('tú|tus|contigo'),
  ],
}

/** The whole word; letters with accents count as letters, and a hyphen joins. */
function word(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}-])`, 'iu')
}

function begins(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])(?:${words})`, 'iu')
}
