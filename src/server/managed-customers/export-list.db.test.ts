import { beforeAll, describe, expect, test } from 'vitest'
import { type Caller, givenCaller } from '../../../tests/given-caller.ts'
import { listRows } from '../../../tests/given-list-rows.ts'
import { givenServer } from '../../../tests/server.ts'
import { languages } from '../../domain/language.ts'

const server = await givenServer()
const rows = listRows(server.database.owner)
let partner = ''
let petraId = ''
let petra: Caller
let anna: Caller

beforeAll(async () => {
  partner = await rows.organisation('Alpweb AG', { partner: true })
  petraId = await rows.person('Petra Frei', partner, 'legal_representative')
  petra = await givenCaller(server, petraId)
  const annaId = await rows.person('Anna Keller', partner, 'collaborator')
  anna = await givenCaller(server, annaId)
  const customer = await rows.organisation('Bäckerei "Zürcher"; Söhne')
  const by = await rows.person('Beat Zürcher', customer, 'legal_representative')
  await rows.run(`update organisation set number = 'C-104233' where id = $1`, customer)
  const asked = await rows.invitation(partner, petraId, {
    email: 'info@baeckerei-zuercher.example',
    reference: '=2041',
    preset: 'limited',
    createdAt: new Date('2026-03-28T08:12:00Z'),
    rights: ['organisation.view', 'domain.view', 'domain.manage', 'mail.view', 'mail.manage'].map((right) => ({
      right,
      required: right === 'mail.manage',
    })),
  })
  const partnership = await rows.answer(
    asked,
    { partner, customer, by },
    {
      rights: ['domain.view', 'domain.manage', 'organisation.view'],
      notAfter: new Date('2099-12-31T23:00:00Z'),
      terms: { payer: 'customer', spendingLimit: { amount: 50_000, currency: 'CHF', period: 'month' } },
    },
  )
  await rows.product(customer, 'domain', 'zuercher.example')
  await rows.assign({ partner, customer, partnership }, annaId, petraId)
  await rows.visit({ partner, customer, partnership }, annaId, new Date('2026-11-20T13:07:00Z'))
  await rows.run('update proposal set answered_at = $2 where id = $1', asked.proposalId, new Date('2026-03-31T16:40:00Z'))
  await rows.run('update partnership set activated_at = $2 where id = $1', partnership, new Date('2026-03-31T16:40:00Z'))
  await rows.run('update grant_version set not_before = $2 where partnership_id = $1', partnership, new Date('2026-03-31T22:30:00Z'))
  await rows.invitation(partner, petraId, { email: 'zz@neukunde.example' })
})

const download = async (query: string) => {
  const { status, bytes, headers } = await petra.download(`/o/${partner}/customers/export${query}`)
  expect(status).toBe(200)
  return { text: bytes.toString(), headers }
}

describe('for programs', () => {
  test('the columns are these, in this order, with keys, ids and ISO times', async () => {
    const { text, headers } = await download('?form=machine&search=zuercher')
    const [header, row, end] = text.split('\r\n')
    expect(header).toBe(
      'customer_number,customer_name,your_reference,status,status_since,to_check,access,rights_requested,rights_granted,required_missing,rights,payer,payment_method,spending_limit,' +
        'spending_limit_currency,spending_limit_period,products,starts_on,ends_on,people,teams,tags,last_visit_at,last_visit_by,requested_at,requested_by,sent_to,delivery,' +
        'answered_at,open_request,request_until,language,country,partnership_id',
    )
    expect(row).toMatch(
      /^C-104233,"Bäckerei ""Zürcher""; Söhne",'=2041,active,2026-03-31,yes,limited,5,3,mail\.manage,"organisation\.view, domain\.view, domain\.manage",customer,,500\.00,CHF,month,1,2026-04-01,2099-12-31,Anna Keller,,,2026-11-20T14:07:00\+01:00,Anna Keller,2026-03-28T09:12:00\+01:00,Petra Frei,info@baeckerei-zuercher\.example,sent,2026-03-31T18:40:00\+02:00,,,de,CH,[0-9a-f-]{36}$/,
    )
    expect(end).toBe('')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/filename="customers_\d{4}-\d\d-\d\d\.csv"/)
  })

  test('the filter and the order of the page are kept', async () => {
    const { text } = await download('?form=machine&sort=name&direction=descending')
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.slice(0, 8)),
    ).toEqual([',zz@neuk', 'C-104233'])
    expect((await download('?form=machine&status=requested')).text.split('\r\n').length).toBe(3)
  })
})

describe('for people', () => {
  const headers: Record<string, string> = {
    de: '\uFEFFKundennummer;Kunde;Ihre Referenz;Status;Status seit;Zu prüfen;Zugriff;Angefragte Rechte;Erteilte Rechte;Fehlende nötige Rechte;Rechte;Bezahlt von;Zahlungsmittel;Ausgabenlimit;Währung des Limits;Zeitraum des Limits;Produkte;Von;Bis;Zuständig;Teams;Schlagwörter;Letzter Zugriff;Letzter Zugriff durch;Angefragt am;Angefragt durch;Gesendet an;Zustellung;Beantwortet am;Offene Anfrage;Antwort bis;Sprache;Land;Partnerschafts-ID',
    fr: '\uFEFFNuméro de client;Client;Votre référence;Statut;Statut depuis;À vérifier;Accès;Droits demandés;Droits accordés;Droits nécessaires manquants;Droits;Payé par;Moyen de paiement;Plafond de dépenses;Monnaie du plafond;Période du plafond;Produits;Du;Jusqu’au;Responsables;Équipes;Mots-clés;Dernier accès;Dernier accès par;Demandé le;Demandé par;Envoyé à;Distribution;Répondu le;Demande ouverte;Réponse jusqu’au;Langue;Pays;ID du partenariat',
    it: '\uFEFFNumero cliente;Cliente;Il Suo riferimento;Stato;Stato dal;Da verificare;Accesso;Diritti richiesti;Diritti concessi;Diritti necessari mancanti;Diritti;Pagato da;Metodo di pagamento;Limite di spesa;Valuta del limite;Periodo del limite;Prodotti;Dal;Fino al;Incaricati;Team;Etichette;Ultimo accesso;Ultimo accesso di;Richiesto il;Richiesto da;Inviato a;Recapito;Risposta del;Richiesta aperta;Risposta entro il;Lingua;Paese;ID del partenariato',
    en: '\uFEFFCustomer number,Customer,Your reference,Status,Status since,To check,Access,Rights requested,Rights granted,Required rights missing,Rights,Paid by,Payment method,Spending limit,Limit currency,Limit period,Products,From,Until,People,Teams,Tags,Last access,Last access by,Requested,Requested by,Sent to,Delivery,Answered,Open request,Answer until,Language,Country,Partnership id',
    es: '\uFEFFNúmero de cliente;Cliente;Su referencia;Estado;Estado desde;Por comprobar;Acceso;Permisos solicitados;Permisos concedidos;Permisos necesarios que faltan;Permisos;Pagado por;Método de pago;Límite de gasto;Moneda del límite;Periodo del límite;Productos;Desde;Hasta;Encargados;Equipos;Etiquetas;Último acceso;Último acceso de;Solicitado el;Solicitado por;Enviado a;Entrega;Respondido el;Solicitud abierta;Respuesta hasta;Idioma;País;ID de la colaboración',
  }

  test.each(languages)('the header is written in %s', async (language) => {
    await rows.run('update person set language = $2 where id = $1', petraId, language)
    const { text } = await download('')
    expect(text.split('\r\n')[0]).toBe(headers[language])
  })

  test('values are words and times are local', async () => {
    await rows.run(`update person set language = 'de' where id = $1`, petraId)
    const { text } = await download('?search=zuercher')
    expect(text.split('\r\n')[1]).toContain(
      `;Aktiv;2026-03-31;Ja;Begrenzt;5;3;Postfächer verwalten;Adresse und Kontakt sehen, Domains sehen, Domains verwalten;Kunde;;500.00;CHF;Monat;1;2026-04-01;2099-12-31;Anna Keller;;;2026-11-20 14:07;Anna Keller;2026-03-28 09:12;Petra Frei;info@baeckerei-zuercher.example;Gesendet;2026-03-31 18:40;;;Deutsch;Schweiz;`,
    )
  })
})

test('of ticked rows, these and no others, of one’s own list alone', async () => {
  const { body } = await petra.get(`/o/${partner}/customers`)
  const [first] = body['customers'] as { id: string; name: string }[]
  const { text } = await download(`?form=machine&ids=${first?.id},${crypto.randomUUID()}`)
  expect(text.trimEnd().split('\r\n')).toHaveLength(2)
  expect(text).toContain(first?.name.split('"')[0] ?? 'nobody')
  expect((await petra.get(`/o/${partner}/customers/export?ids=${first?.id},x`)).status).toBe(422)
})

test('who may not export gets no file', async () => {
  const refused = await anna.get(`/o/${partner}/customers/export`)
  expect([refused.status, refused.body['code']]).toEqual([403, 'not_entitled'])
})

test('each export is on the journal before it is sent, with how much it holds', async () => {
  const { rows: before } = await server.database.owner.query<{ count: string }>(
    `select count(*) as count from journal where kind = 'export.made'`,
  )
  await download('?form=machine')
  const { rows: after } = await server.database.owner.query<{ body: { rows: number; file: string } }>(
    `select body from journal where kind = 'export.made' order by position desc`,
  )
  expect(after.length).toBe(Number(before[0]?.count) + 1)
  expect(after[0]?.body).toMatchObject({ rows: 2 })
})
