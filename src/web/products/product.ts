// A product as the screens know it.
import type { z } from 'zod'
import type { getProduct, product } from '../../server/products/contract.ts'

export type Product = z.output<typeof product>
export type ProductHere = z.output<typeof getProduct.answer>
