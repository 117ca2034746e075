// The few words of the built-in mailbox, in the languages of those who try the product.
export type MailboxWords = Readonly<
  Record<
    'title' | 'find' | 'empty' | 'nothing' | 'html' | 'text' | 'headers' | 'from' | 'to' | 'received' | 'all' | 'hint' | 'choose',
    string
  >
>

export const mailboxWords: Readonly<Record<string, MailboxWords>> = {
  de: {
    title: 'Postfach',
    find: 'Empfänger suchen',
    empty: 'Noch keine E-Mails.',
    nothing: 'Keine E-Mail an diese Adresse.',
    html: 'Ansicht',
    text: 'Nur Text',
    headers: 'Kopfzeilen',
    from: 'Von',
    to: 'An',
    received: 'Eingegangen',
    all: 'Alle E-Mails',
    hint: 'Hier kommen alle E-Mails an, solange kein Mailserver eingestellt ist.',
    choose: 'Wählen Sie eine E-Mail.',
  },
  fr: {
    title: 'Boîte de réception',
    find: 'Chercher un destinataire',
    empty: 'Aucun e-mail pour l’instant.',
    nothing: 'Aucun e-mail à cette adresse.',
    html: 'Affichage',
    text: 'Texte seul',
    headers: 'En-têtes',
    from: 'De',
    to: 'À',
    received: 'Reçu',
    all: 'Tous les e-mails',
    hint: 'Tous les e-mails arrivent ici tant qu’aucun serveur de messagerie n’est configuré.',
    choose: 'Choisissez un e-mail.',
  },
  it: {
    title: 'Posta in arrivo',
    find: 'Cerca un destinatario',
    empty: 'Ancora nessuna e-mail.',
    nothing: 'Nessuna e-mail a questo indirizzo.',
    html: 'Vista',
    text: 'Solo testo',
    headers: 'Intestazioni',
    from: 'Da',
    to: 'A',
    received: 'Ricevuta',
    all: 'Tutte le e-mail',
    hint: 'Tutte le e-mail arrivano qui finché non è impostato un server di posta.',
    choose: 'Scelga un’e-mail.',
  },
  en: {
    title: 'Mailbox',
    find: 'Find a recipient',
    empty: 'No emails yet.',
    nothing: 'No email to this address.',
    html: 'View',
    text: 'Text only',
    headers: 'Headers',
    from: 'From',
    to: 'To',
    received: 'Received',
    all: 'All emails',
    hint: 'All emails arrive here as long as no mail server is set.',
    choose: 'Choose an email.',
  },
  es: {
    title: 'Buzón',
    find: 'Buscar un destinatario',
    empty: 'Todavía no hay correos.',
    nothing: 'No hay correos para esta dirección.',
    html: 'Vista',
    text: 'Solo texto',
    headers: 'Cabeceras',
    from: 'De',
    to: 'Para',
    received: 'Recibido',
    all: 'Todos los correos',
    hint: 'Todos los correos llegan aquí mientras no se configure un servidor de correo.',
    choose: 'Elija un correo.',
  },
}

/** The first language of Accept-Language that there are words for. */
export function mailboxLanguage(acceptLanguage: string | undefined): string {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.find((language) => language in mailboxWords) ?? 'en'
}
