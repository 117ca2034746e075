import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { rightsOfRole } from '../../domain/authorization/own-rights.ts'
import { families, isSensitive, manageOf, type RightId, rightIds, rightOf, viewOf } from '../../domain/rights/catalogue.ts'
import { rightsOfPreset } from '../../domain/rights/presets.ts'
import { textsFor } from '../../locales/server-texts.ts'
import { familyName, rightName } from '../authorization/catalogue-contract.ts'
import { knowOwnFamilies, ownFamilies } from './own-families.ts'

const inAll = (text: string) => ({ de: `${text} (de)`, fr: text, it: text, en: text, es: text })
const right = (id: string, access: string, more = {}) => ({ id, access, name: inAll(id), sentence: inAll(`Can ${id}.`), ...more })
const record = {
  id: 'record',
  name: inAll('Records'),
  rights: [right('read', 'view'), right('write', 'manage'), right('erase', 'content', { needs: 'write', sensitive: 'loss' })],
}

const file = path.join(givenTemporaryDirectory(), 'catalogue.json')
const written = (content: unknown) => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const faultOf = (content: unknown) => {
  try {
    knowOwnFamilies(written(content))()
  } catch (failure) {
    return failure instanceof Error ? failure.message.replaceAll(file, 'F') : failure
  }
  return undefined
}

describe('a family of the operator', () => {
  test('stands behind ours, with what its access says, until it is forgotten', () => {
    const before = [families.length, rightIds.length]
    const forget = knowOwnFamilies(written({ families: [record] }))
    const [read, write, erase] = ['read', 'write', 'erase'].map((id) => `record.${id}` as RightId)
    expect(rightIds.slice(-3)).toEqual([read, write, erase])
    expect(families.at(-1)).toBe('record')
    expect([viewOf('record' as never), manageOf('record' as never)]).toEqual([read, write])
    expect(rightOf(write as RightId).needs).toEqual([read])
    expect(rightOf(erase as RightId)).toMatchObject({ needs: [write], sensitive: 'loss', access: 'content', level: 'product' })
    expect(isSensitive(write as RightId)).toBe(false)
    expect(rightsOfRole('administrator')).toEqual(expect.arrayContaining([read, write, erase]))
    expect(rightsOfRole('collaborator')).toEqual(expect.arrayContaining([read, write]))
    expect(rightsOfRole('collaborator')).not.toContain(erase)
    expect(rightsOfPreset('read_only', null)).toContain(read)
    expect(rightsOfPreset('limited', null)).toContain(write)
    expect(rightsOfPreset('full', null)).toContain(erase)
    expect([familyName.safeParse('record').success, rightName.safeParse('record.erase').success]).toEqual([true, true])
    expect(textsFor('de').t('families.record')).toBe('Records (de)')
    expect(textsFor('en').t('rights.record.read')).toBe('Can read.')
    forget()
    expect([families.length, rightIds.length]).toEqual(before)
    expect([familyName.safeParse('record').success, textsFor('de').has('families.record'), ownFamilies().length]).toEqual([false, false, 0])
  })

  test('is not needed', () => {
    knowOwnFamilies(undefined)()
    expect(faultOf({ families: [] })).toBeUndefined()
  })
})

describe('a fault in the file is named with its mend', () => {
  const withRights = (...rights: object[]) => ({ families: [{ ...record, rights }] })
  test.each([
    ['{', /^F is not JSON/],
    [[], /^F: this is not usable/],
    [{ families: [{ ...record, id: 'Record' }] }, /families\.0\.id is not usable: small letters/],
    [withRights(right('read', 'see')), /families\.0\.rights\.0\.access is not usable: view, manage or content/],
    [{ families: [{ ...record, name: { de: 'Register' } }] }, /families\.0\.name\.fr is not usable/],
    [{ families: [{ ...record, name: inAll('{n}') }] }, /words without \{ \}/],
    [{ families: [{ ...record, id: 'domain' }] }, /the family domain is there already: choose another id/],
    [{ families: [{ ...record, id: 'organisation' }] }, /is there already/],
    [{ families: [record, record] }, /the family record is there already/],
    [withRights(right('write', 'manage')), /give one right the access view/],
    [withRights(right('read', 'view'), right('read', 'manage')), /two rights read: choose another id/],
    [withRights(right('read', 'view'), right('look', 'view')), /two rights with the access view: give one another access/],
    [withRights(right('read', 'view', { sensitive: 'loss' })), /record\.read cannot be sensitive/],
    [
      withRights(right('read', 'view'), right('erase', 'content', { sensitive: 'secret' })),
      /rights\.1\.sensitive is not usable: money, people/,
    ],
    [withRights(right('read', 'view', { needs: 'write' }), right('write', 'manage')), /record\.read cannot need write/],
    [withRights(right('read', 'view'), right('write', 'manage', { needs: 'erase' })), /record\.write cannot need erase/],
  ])('%j', (content, said) => {
    expect(faultOf(content)).toMatch(said)
    expect(families).toHaveLength(5)
  })

  test('a file that is not there', () => {
    expect(() => knowOwnFamilies(path.join(file, 'none'))).toThrow(/cannot be read: set CATALOGUE/)
  })
})
