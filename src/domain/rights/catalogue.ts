// The rights catalogue: everything a customer can allow a partner, and what no partner can ever be allowed.

export const families = ['domain', 'mail', 'hosting', 'drive', 'server'] as const
export type Family = (typeof families)[number]

export const rightIds = [
  'organisation.view',
  'members.view',
  'members.manage',
  'billing.view',
  'billing.manage',
  'billing.pay',
  'product.order',
  'product.delete',
  'domain.view',
  'domain.manage',
  'mail.view',
  'mail.manage',
  'mail.content',
  'hosting.view',
  'hosting.manage',
  'hosting.content',
  'drive.view',
  'drive.manage',
  'drive.content',
  'server.view',
  'server.manage',
  'server.content',
] as const
export type RightId = (typeof rightIds)[number]

export type RightLevel = 'organisation' | 'product'
export type Access = 'view' | 'manage' | 'content'
/** Why a right is sensitive: it touches money, people, private content, or can lose something for good. */
export type Sensitivity = 'money' | 'people' | 'private' | 'loss'

export type Right = {
  readonly id: RightId
  readonly level: RightLevel
  readonly family: Family | null
  readonly access: Access | null
  /** Rights of the same reach that come along. `product.delete` also needs the `view` of each product's family (`familyViewNeeded`). */
  readonly needs: readonly RightId[]
  readonly sensitive: Sensitivity | null
}

export const rightsCatalogue: readonly Right[] = [
  organisationRight('organisation.view', [], null),
  organisationRight('members.view', [], null),
  organisationRight('members.manage', ['members.view'], 'people'),
  organisationRight('billing.view', [], null),
  organisationRight('billing.manage', ['billing.view'], 'money'),
  organisationRight('billing.pay', ['billing.view'], 'money'),
  productRight('product.order', 'money'),
  productRight('product.delete', 'loss'),
  ...familyRights('domain', ['view', 'manage']),
  ...familyRights('mail', ['view', 'manage', 'content']),
  ...familyRights('hosting', ['view', 'manage', 'content']),
  ...familyRights('drive', ['view', 'manage', 'content']),
  ...familyRights('server', ['view', 'manage', 'content']),
]

/** The one right whose need depends on the product: it needs the `view` of that product's family. */
export const familyViewNeeded: RightId = 'product.delete'

/** What is never granted, whatever anybody asks; none of these is a right. */
export const neverDelegable = [
  'partnership.decide',
  'member.appoint',
  'credential.any',
  'api-key.any',
  'payment-method.any',
  'ownership.any',
  'organisation.identity',
  'journal.any',
  'terms.accept',
  'reseller.any',
] as const
export type NeverDelegable = (typeof neverDelegable)[number]

const rightsById: ReadonlyMap<string, Right> = new Map(rightsCatalogue.map((right) => [right.id, right]))

/** The right of that id, or undefined when the catalogue has none. */
export function findRight(id: string): Right | undefined {
  return rightsById.get(id)
}

/** The right of a known id. */
export function rightOf(id: RightId): Right {
  const right = rightsById.get(id)
  if (right === undefined) throw new Error(`no right ${id} in the catalogue`)
  return right
}

export function isRightId(text: string): text is RightId {
  return rightsById.has(text)
}

export function isSensitive(id: RightId): boolean {
  return rightOf(id).sensitive !== null
}

/** The right to see a family, which the rest of the family needs. */
export function viewOf(family: Family): RightId {
  return `${family}.view`
}

function organisationRight(id: RightId, needs: readonly RightId[], sensitive: Sensitivity | null): Right {
  return { id, level: 'organisation', family: null, access: null, needs, sensitive }
}

function productRight(id: RightId, sensitive: Sensitivity): Right {
  return { id, level: 'product', family: null, access: null, needs: [], sensitive }
}

function familyRights(family: Family, accesses: readonly Access[]): readonly Right[] {
  return accesses.map((access) => ({
    id: familyRightId(family, access),
    level: 'product',
    family,
    access,
    needs: access === 'view' ? [] : [viewOf(family)],
    sensitive: access === 'content' ? 'private' : null,
  }))
}

function familyRightId(family: Family, access: Access): RightId {
  const id = rightIds.find((right) => right === `${family}.${access}`)
  if (id === undefined) throw new Error(`no right ${family}.${access} in the catalogue`)
  return id
}
