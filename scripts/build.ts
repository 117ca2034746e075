// npm run build: the web application, and what draws its pages on the server, into dist/web.
import { buildWeb } from './start/built-web.ts'

await buildWeb(console.log)
