// The products of a customer that the partner may see, with who owns, pays and manages each.

import { asId } from '../../domain/ids.ts'
import { manageOf, type RightId, rightOf, viewOf } from '../../domain/rights/catalogue.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { type ProductFacts, reaches } from '../../domain/rights/scope.ts'
import { type CsvRow, csvAmount } from '../platform/csv.ts'
import type { Transaction } from '../platform/transact.ts'
import type { CustomerFile } from './customer-file.ts'
import { listProducts, type ProductText } from './customer-store.ts'
import { type ExportedCustomer, firstCells } from './exported-customer.ts'
import { columnsOf, type FileWords } from './file-words.ts'

const columns = {
  product_id: 'value',
  family: 'value',
  product_name: 'text',
  status: 'value',
  owner: 'text',
  payer: 'value',
  managed_by: 'text',
  rights: 'value',
  created_on: 'value',
  renews_on: 'value',
  ends_on: 'value',
  renewal: 'value',
  price: 'value',
  price_currency: 'value',
  price_period: 'value',
} as const

export async function productsFile(tx: Transaction, customer: ExportedCustomer, words: FileWords): Promise<CustomerFile> {
  const products = await listProducts(tx, customer.partnershipId, customer.partnerId)
  const seen = products
    .map((product) => ({ product, rights: rightsOn(product, customer) }))
    .filter(({ product, rights }) => rights.includes(viewOf(product.family)))
  const rows = seen.map(({ product, rights }) => rowOf(product, rights, customer, words))
  return { name: 'products', columns: columnsOf(columns, words), count: rows.length, rows: () => [rows] }
}

function rightsOn(product: ProductText, { effective, customerId }: ExportedCustomer): readonly RightId[] {
  const facts: ProductFacts = { productId: asId(product.id), ownerId: customerId, family: product.family, createdAt: product.created_ms }
  return rightsIn(effective.filter((right) => rightOf(right.right).level === 'product' && reaches(right, facts)))
}

function rowOf(product: ProductText, rights: readonly RightId[], customer: ExportedCustomer, words: FileWords): CsvRow {
  const seesPrices = customer.effective.some(({ right }) => right === 'billing.view')
  const { audience } = words
  return [
    ...firstCells(customer),
    product.id,
    words.common(`families.${product.family}`, product.family),
    product.name,
    words.word('product_status', product.status),
    customer.name,
    product.payer && words.common(`common.payer.${product.payer}`, product.payer),
    rights.some((right) => right === manageOf(product.family)) ? customer.partnerName : null,
    rights.map((right) => words.right(right)).join(', '),
    product.created.slice(0, 10),
    product.renews_on,
    product.ends_on,
    words.word('renewal', product.renewal),
    ...(seesPrices
      ? [
          csvAmount(product.price),
          product.price_currency,
          audience === 'machine' ? product.price_period : words.word('period', product.price_period),
        ]
      : []),
  ]
}
