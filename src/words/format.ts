/** Numbers, units and plurals as one language writes them. */
export interface Format {
  /** `2,939` */
  integer(value: number): string
  /** As many digits after the point as asked for, no more and no fewer: `0.70`. */
  decimal(value: number, digits: number): string
  /** As {@link decimal}, but what falls short of 0 or 1 is never rounded to it: `> 0.99`. */
  chance(value: number, digits: number): string
  /** 0 to 1 as `97.4 %`. */
  percent(fraction: number, digits?: number): string
  /** `35.7 s`, or `2 min 5 s` from a minute on. */
  duration(seconds: number): string
  /** A place in a recording: `0:07.3`. */
  clock(seconds: number): string
  hertz(value: number): string
  decibels(value: number): string
  milliseconds(value: number): string
  /** Bytes as `312 kB`, powers of 1,000. */
  bytes(value: number): string
  /** An ISO 8601 instant as a date with time, in the reader's zone. */
  instant(iso: string): string
  /** `a, b and c` */
  list(items: readonly string[]): string
  /** The form that goes with `count`, in the language's own plural rules. */
  plural(count: number, forms: { one: string; other: string }): string
}

/** A space that neither breaks nor widens, between a number and its unit. */
const GAP = '\u00a0'
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB']

/** @param locale BCP 47, e.g. `en` */
export function format(locale: string): Format {
  const plurals = new Intl.PluralRules(locale)
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const digitsOf = new Map<number, Intl.NumberFormat>()

  const integer = (value: number) => whole.format(value).replace('-', '−')
  const decimal = (value: number, digits: number) => {
    const known = digitsOf.get(digits)
    const made =
      known ?? new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    if (!known) digitsOf.set(digits, made)
    // Rounding must not leave "-0.0" behind.
    return made.format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value).replace('-', '−')
  }
  const unit = (value: string, name: string) => `${value}${GAP}${name}`

  return {
    integer,
    decimal,
    chance(value, digits) {
      const least = 10 ** -digits
      if (value > 0 && value < least / 2) return `< ${decimal(least, digits)}`
      if (value < 1 && value >= 1 - least / 2) return `> ${decimal(1 - least, digits)}`
      return decimal(value, digits)
    },
    percent: (fraction, digits = 0) => unit(decimal(fraction * 100, digits), '%'),
    duration(seconds) {
      const tenths = Math.round(seconds * 10)
      if (tenths < 600) return unit(decimal(tenths / 10, 1), 's')
      const total = Math.round(seconds)
      const rest = total % 60
      const minutes = unit(integer(Math.floor(total / 60)), 'min')
      return rest === 0 ? minutes : `${minutes} ${unit(integer(rest), 's')}`
    },
    clock(seconds) {
      const tenths = Math.round(seconds * 10)
      return `${Math.floor(tenths / 600)}:${decimal((tenths % 600) / 10, 1).padStart(4, '0')}`
    },
    hertz: (value) =>
      value >= 1000
        ? unit(decimal(value / 1000, value % 1000 === 0 ? 0 : 1), 'kHz')
        : unit(decimal(value, value < 100 && !Number.isInteger(value) ? 1 : 0), 'Hz'),
    decibels: (value) => unit(decimal(value, 1), 'dB'),
    milliseconds: (value) => unit(value < 10 ? decimal(value, 1) : integer(value), 'ms'),
    bytes(value) {
      const power = Math.min(BYTE_UNITS.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3))
      const scaled = value / 1000 ** power
      return unit(decimal(scaled, power > 0 && scaled < 10 ? 1 : 0), BYTE_UNITS[power] ?? 'B')
    },
    instant: (iso) => instants.format(new Date(iso)),
    list: (items) => lists.format(items),
    plural: (count, forms) => (plurals.select(count) === 'one' ? forms.one : forms.other)
  }
}
