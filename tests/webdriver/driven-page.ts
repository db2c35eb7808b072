/** The name by which WebDriver hands elements about. @source W3C WebDriver, 12 Elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** The few commands that are used here; both browsers answer them alike, whatever way they travel. */
export interface Wire {
  navigate(url: string): Promise<void>
  /** Of a function body; gives back what it returns. */
  execute(script: string): Promise<unknown>
  /** @returns the answer as it comes */
  find(using: 'css selector' | 'xpath', value: string): Promise<unknown>
  click(element: string): Promise<void>
  type(element: string, text: string): Promise<void>
  close(): Promise<void>
}

/** A page in a browser that Playwright cannot drive as Debian ships it. */
export class DrivenPage {
  constructor(private readonly wire: Wire) {}

  goto(url: string): Promise<void> {
    return this.wire.navigate(url)
  }

  /** @param body of a function that returns something JSON can hold */
  async evaluate<Value>(body: string): Promise<Value> {
    return (await this.wire.execute(body)) as Value
  }

  /** Waits until the expression is true. */
  async until(expression: string, patienceMs = 60_000): Promise<void> {
    const end = Date.now() + patienceMs
    while (Date.now() < end) {
      if (await this.evaluate(`return Boolean(${expression})`)) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(
      `never true: ${expression}; the page says: ${await this.evaluate('return document.body.innerText')}`
    )
  }

  screen(name: string): Promise<void> {
    return this.until(`document.body.dataset.screen === '${name}'`)
  }

  async press(text: string): Promise<void> {
    const xpath = `//button[normalize-space(.)=${JSON.stringify(text)}]`
    await this.wire.click(await this.find('xpath', xpath))
  }

  async click(selector: string): Promise<void> {
    await this.wire.click(await this.find('css selector', selector))
  }

  async pick(path: string): Promise<void> {
    await this.wire.type(await this.find('css selector', 'input[type=file]'), path)
  }

  close(): Promise<void> {
    return this.wire.close()
  }

  private async find(using: 'css selector' | 'xpath', value: string): Promise<string> {
    const found = (await this.wire.find(using, value)) as Record<string, string>
    const element = found[ELEMENT]
    if (element === undefined) throw new Error(`nothing at ${value}`)
    return element
  }
}
