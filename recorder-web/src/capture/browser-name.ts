const BROWSERS: [RegExp, string][] = [
  [/(?:EdgA?|EdgiOS)\/(\d+)/, 'Edge'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[\d.]* .*Safari/, 'Safari']
]

const SYSTEMS: [RegExp, string][] = [
  [/iPhone OS (\d+)/, 'iOS'],
  [/iPad.*OS (\d+)/, 'iPadOS'],
  [/Android (\d+)/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux']
]

function first(agent: string, table: [RegExp, string][]): { name: string; version: string } | null {
  for (const [pattern, name] of table) {
    const match = pattern.exec(agent)
    if (match) return { name, version: match[1] ?? '' }
  }
  return null
}

/** `Chrome 142, Android 16`: for the chain of capture. Browsers freeze or round some of it; it is what they say. */
export function browserOf(agent: string): string {
  const parts = [first(agent, BROWSERS), first(agent, SYSTEMS)].filter((part) => part !== null)
  return parts.map(({ name, version }) => `${name} ${version}`.trim()).join(', ')
}

/** `Chrome on Android`: how the desktop lists this phone until its owner names it. */
export function phoneNameOf(agent: string): string {
  const parts = [first(agent, BROWSERS), first(agent, SYSTEMS)].filter((part) => part !== null)
  return parts.map(({ name }) => name).join(' on ') || 'Phone'
}
