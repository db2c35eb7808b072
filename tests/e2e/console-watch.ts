import type { Page } from 'playwright-core'

/** What a page must not do while it is used: complain, break its policy, or ask for anything outside its origin. */
export interface Watched {
  problems(): string[]
}

/** Starts to write down what a page does wrong; what came before is lost, so call it early and load the page again. */
export function watch(page: Page, origin: string): Watched {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`thrown: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:'))
      problems.push(`asked for ${url}`)
  })
  return { problems: () => problems }
}
