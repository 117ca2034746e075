import { describe, expect, test } from 'vitest'
import { givenBrowser } from '../../../tests/given-browser.ts'
import { codeSentTo, givenPerson, mailTo } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
await givenPerson(server, { email: 'anna.keller@alpweb.example', language: 'de' })

const ask = (email: string, browser = givenBrowser(server), language = 'en') => browser.send('POST', '/sign-in/code', { email, language })
const give = (email: string, code: string, browser = givenBrowser(server)) =>
  browser.send('POST', '/sign-in/code/verify', { email, code, language: 'en' })
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('asking for a code', () => {
  test('is the same answer for a known and an unknown address', async () => {
    const [known, unknown] = [await ask('anna.keller@alpweb.example'), await ask('new.person@alpweb.example')]
    expect({ status: known.status, body: known.body }).toEqual({ status: 202, body: {} })
    expect({ status: unknown.status, body: unknown.body }).toEqual({ status: known.status, body: known.body })
    expect([...unknown.headers.keys()].toSorted()).toEqual([...known.headers.keys()].toSorted())
  })

  test('writes to the known person in their language, and asks a new one to confirm the address in the language of the page', async () => {
    expect((await mailTo(server, 'anna.keller@alpweb.example')).subject).toBe('Ihr Anmeldecode')
    expect((await mailTo(server, 'new.person@alpweb.example')).subject).toBe('Confirm your email address')
  })

  test('leaves the digits neither in the table of codes, nor in the jobs, nor in the journal', async () => {
    const code = await codeSentTo(server, 'anna.keller@alpweb.example')
    const { rows } = await server.database.owner.query<{ found: string }>(
      `select string_agg(line, ' ') as found from (
         select payload::text as line from job union all select body::text from journal union all select detail::text from journal_detail
         union all select encode(code_hash, 'escape') from sign_in_code) everything`,
    )
    expect(rows[0]?.found).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`))
  })

  test('a sixth code within a quarter of an hour is too many, and the answer says when to come back', async () => {
    for (let count = 0; count < 5; count++) expect((await ask('impatient@alpweb.example')).status).toBe(202)
    const { status, headers } = await ask('impatient@alpweb.example')
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(800)
  })

  test('is refused for what is no address', async () => {
    for (const email of ['anna', 'a@b\r\nBcc: c@d.example', 'a@b.example\u2028c', 'x'.repeat(300)])
      expect((await ask(email)).status).toBe(422)
  })
})

describe('the right code', () => {
  test('signs in, once', async () => {
    const browser = givenBrowser(server)
    await ask('once@alpweb.example')
    const code = await codeSentTo(server, 'once@alpweb.example')
    expect((await give('once@alpweb.example', code, browser)).status).toBe(200)
    expect((await browser.get('/me')).body['person']).toMatchObject({ strength: 'email', hasPassword: false })
    expect((await give('once@alpweb.example', code)).body['code']).toBe('code_expired')
  })

  test('makes a person for a new address, named after it until they say their name', async () => {
    const browser = givenBrowser(server)
    await ask('petra.frei@new.example')
    const { body } = await give('petra.frei@new.example', await codeSentTo(server, 'petra.frei@new.example'), browser)
    expect(body).toEqual({ step: 'signed_in', isNew: true })
    expect((await browser.get('/me')).body).toMatchObject({ person: { name: 'Petra Frei', language: 'en' }, organisations: [] })
    expect((await browser.send('PATCH', '/me', { name: '  Petra   Frei-Meier ' })).status).toBe(200)
    expect((await browser.get('/me')).body).toMatchObject({ person: { name: 'Petra Frei-Meier' } })
  })

  test('given twice at once signs in once', async () => {
    await ask('twice@alpweb.example')
    const code = await codeSentTo(server, 'twice@alpweb.example')
    const answers = await Promise.all(Array.from({ length: 10 }, () => give('twice@alpweb.example', code)))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    const { rows } = await server.database.owner.query(
      "select count(*)::int as persons from person where email_key = 'twice@alpweb.example'",
    )
    expect(rows[0].persons).toBe(1)
  })

  test('of the address in another writing is the same person', async () => {
    await ask('Anna.Keller@ALPWEB.example')
    const browser = givenBrowser(server)
    await give('anna.keller@ａｌｐｗｅｂ.example', await codeSentTo(server, 'Anna.Keller@ALPWEB.example', 2), browser)
    expect((await browser.get('/me')).body['person']).toMatchObject({ email: 'anna.keller@alpweb.example' })
  })

  test('goes to the address as its owner proved it, however it is typed', async () => {
    await givenPerson(server, { email: 'Berta.Gut@alpweb.example' })
    for (const typed of ['BERTA.GUT@alpweb.example', 'berta.gut@ALPWEB.example', 'berta.gut@ａｌｐｗｅｂ.example']) await ask(typed)
    await codeSentTo(server, 'Berta.Gut@alpweb.example', 3)
    const letters = await server.mailbox.list({ to: 'berta.gut' })
    expect(letters.map(({ to }) => to)).toEqual(letters.map(() => 'Berta.Gut@alpweb.example'))
  })

  test('is tried as often for all writings of an address together, whatever a caller says to be', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 12; attempt++) {
      const email = ['tries@alpweb.example', 'TRIES@alpweb.example', 'tries@ａｌｐｗｅｂ.example'][attempt % 3]
      const response = await fetch(`${server.url}/api/sign-in/code/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${attempt}`, forwarded: `for=203.0.113.${attempt}` },
        body: JSON.stringify({ email, code: '123456', language: 'en' }),
      })
      statuses.push(response.status)
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.slice(10)).toEqual([429, 429])
  })

  test('of a look-alike address is another person', async () => {
    const lookAlike = 'anna.keller@аlpweb.example' // with a Cyrillic а
    await ask(lookAlike)
    const browser = givenBrowser(server)
    const code = await codeSentTo(server, lookAlike)
    expect((await give('anna.keller@alpweb.example', code)).status).toBe(401)
    expect((await give(lookAlike, code, browser)).body).toEqual({ step: 'signed_in', isNew: true })
    expect((await browser.get('/me')).body['person']).toMatchObject({ email: lookAlike })
  })
})

describe('a wrong code', () => {
  test('is refused, and after five attempts the right one is too', async () => {
    await ask('guesser@alpweb.example')
    const code = await codeSentTo(server, 'guesser@alpweb.example')
    const codes = []
    for (let attempt = 0; attempt < 5; attempt++) codes.push((await give('guesser@alpweb.example', other(code))).body['code'])
    expect(codes).toEqual(['code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_expired'])
    expect((await give('guesser@alpweb.example', code)).body['code']).toBe('code_expired')
  })

  test('of an older mail is refused once a newer one was sent', async () => {
    await ask('newest@alpweb.example')
    const first = await codeSentTo(server, 'newest@alpweb.example')
    await ask('newest@alpweb.example')
    const second = await codeSentTo(server, 'newest@alpweb.example', 2)
    if (first !== second) expect((await give('newest@alpweb.example', first)).body['code']).toBe('code_wrong')
    expect((await give('newest@alpweb.example', second)).status).toBe(200)
  })

  test('of somebody else opens nothing here', async () => {
    await ask('one@alpweb.example')
    await ask('two@alpweb.example')
    const code = await codeSentTo(server, 'one@alpweb.example')
    if (code !== (await codeSentTo(server, 'two@alpweb.example'))) expect((await give('two@alpweb.example', code)).status).toBe(401)
  })

  test('is the same answer where no code was asked for, known or not', async () => {
    await givenPerson(server, { email: 'known@alpweb.example' })
    const answers = [await give('known@alpweb.example', '123456'), await give('stranger@alpweb.example', '123456')]
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual([
      [401, 'code_expired'],
      [401, 'code_expired'],
    ])
  })

  test('that is older than ten minutes is refused', async () => {
    await ask('late@alpweb.example')
    const code = await codeSentTo(server, 'late@alpweb.example')
    await server.database.owner.query("update sign_in_code set expires_at = now() where email_key = 'late@alpweb.example'")
    expect((await give('late@alpweb.example', code)).body['code']).toBe('code_expired')
  })
})
