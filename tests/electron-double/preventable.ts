/** An event whose usual consequence a listener may prevent. */
export type Preventable<Fields extends object = object> = Fields & { defaultPrevented: boolean; preventDefault(): void }

export function preventable<Fields extends object>(fields: Fields): Preventable<Fields> {
  const event: Preventable<Fields> = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    }
  }
  return event
}
