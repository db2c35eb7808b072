/** The terminal's door: `ops-fusion analyse | serve | doctor | bench`. */
import { run } from './program'

process.exitCode = await run(process.argv.slice(2))
