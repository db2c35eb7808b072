/** The terminal's door: `ops-fusion analyse | serve | doctor | bench`. */
import { run } from './program'
import { endWhereOutputFails } from './terminal'

endWhereOutputFails()
process.exitCode = await run(process.argv.slice(2))
