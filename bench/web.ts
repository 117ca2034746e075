// What people feel of the web application: painted, pressed, loaded. Each part measures in a browser of its own.
import type { Bench } from './figure.ts'
import { benchPages } from './web/pages.ts'

export const benchWeb: Bench = () => benchPages()
