// What people feel of the web application: painted, pressed, loaded, searched, scrolled. Each part measures in a browser of its own.
import { buildWeb } from '../scripts/start/built-web.ts'
import type { Bench } from './figure.ts'
import { benchCustomerList } from './web/customer-list.ts'
import { benchPages } from './web/pages.ts'

export const benchWeb: Bench = async () => {
  await buildWeb(console.log)
  return [...(await benchPages()), ...(await benchCustomerList())]
}
