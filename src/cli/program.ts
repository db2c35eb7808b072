import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../package.json'
import { LONGEST_STETHOSCOPE_NAME } from '../contracts/stethoscope'
import { toErrorReply } from '../core/errors'
import { RECORDING_LIMITS } from '../core/recording-limits'
import { DEFAULT_PORT } from '../main/default-port'
import { wordsFor } from '../words/words'
import { EXIT } from './exit-codes'
import { complain } from './terminal'

const words = wordsFor('en')
const OPERATING_POINTS = ['miss-few', 'balanced', 'alarm-few']

/**
 * Runs one command line.
 *
 * A command's own code is loaded only when it is called, so that one file is analysed without waiting for the rest.
 *
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok
  const program = new Command('ops-fusion').description(words.terminal.program).version(version).exitOverride()
  program
    .command('analyse')
    .description(words.terminal.analyse.purpose)
    .argument('<files...>', words.terminal.analyse.files)
    .addOption(new Option('--json', words.terminal.analyse.json).conflicts('csv'))
    .option('--csv', words.terminal.analyse.csv)
    .addOption(new Option('--beats', words.terminal.analyse.beats).conflicts('csv').implies({ json: true }))
    .option('--threads <count>', words.terminal.analyse.threads, wholeNumber(1, 64))
    .addOption(new Option('--operating-point <name>', words.terminal.analyse.operatingPoint).choices(OPERATING_POINTS))
    .option('--profile <file>', words.stethoscope.terminal.profile)
    .option('--channel <number>', words.terminal.analyse.channel, wholeNumber(1, RECORDING_LIMITS.mostChannels))
    .option('--keep', words.terminal.analyse.keep)
    .option('--data <folder>', words.terminal.analyse.data)
    .action(async (files, flags) => {
      exitCode = await (await import('./analyse')).analyse(files, flags)
    })
  program
    .command('tune')
    .description(words.stethoscope.terminal.purpose)
    .requiredOption('--normal <who...>', words.stethoscope.terminal.normal)
    .option('--abnormal <who...>', words.stethoscope.terminal.abnormal, [])
    .requiredOption('--name <name>', words.stethoscope.terminal.name, shortName)
    .option('--out <file>', words.stethoscope.terminal.out)
    .option('--data <folder>', words.terminal.analyse.data)
    .action(async (flags) => {
      exitCode = await (await import('./tune')).tune(flags)
    })
  program
    .command('serve')
    .description(words.terminal.serve.purpose)
    .option('--port <number>', words.terminal.serve.port, wholeNumber(0, 65_535), DEFAULT_PORT)
    .option('--host <address>', words.terminal.serve.host, '127.0.0.1')
    .option('--origin <url>', words.terminal.serve.origin, webOrigin)
    .option('--data <folder>', words.terminal.analyse.data)
    .action(async (flags) => {
      exitCode = await (await import('./serve')).serve(flags)
    })
  program
    .command('pair')
    .description(words.phone.terminal.purpose)
    .option('--plain', words.phone.terminal.plain)
    .option('--trust', words.phone.terminal.trust)
    .option('--data <folder>', words.phone.terminal.data)
    .action(async (flags) => {
      exitCode = await (await import('./pair')).pair(flags)
    })
  program
    .command('doctor')
    .description(words.terminal.doctor.purpose)
    .addOption(new Option('--json', words.terminal.doctor.json).conflicts('bundle'))
    .option('--bundle <file>', words.terminal.doctor.bundle)
    .option('--data <folder>', words.terminal.analyse.data)
    .action(async (flags) => {
      exitCode = await (await import('./doctor')).doctor(flags)
    })
  program
    .command('bench')
    .description(words.terminal.bench.purpose)
    .option('--dataset <folder>', words.terminal.bench.dataset)
    .option('--write <file>', words.terminal.bench.write)
    .action(async (flags) => {
      exitCode = await (await import('./bench/bench')).bench(flags)
    })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    // Commander has said what is wrong; help and version end the same way, with nothing wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    complain(words.errors.line(toErrorReply(error)))
    return EXIT.failed
  }
}

function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= low && value <= high && text.trim() !== '') return value
    throw new InvalidArgumentError(`A whole number from ${low} to ${high} is needed.`)
  }
}

function shortName(text: string): string {
  const name = text.trim()
  if (name.length >= 1 && name.length <= LONGEST_STETHOSCOPE_NAME) return name
  throw new InvalidArgumentError(`1 to ${LONGEST_STETHOSCOPE_NAME} characters are needed.`)
}

function webOrigin(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text
  throw new InvalidArgumentError('An address such as https://hearts.example.org is needed.')
}
