import type { ComponentProps } from 'react'

type Look = 'primary' | 'outline' | 'quiet'

const LOOKS: Record<Look, string> = {
  primary:
    'bg-accent text-on-accent border-accent hover:brightness-110 forced:border-[ButtonText] forced:bg-[ButtonFace] forced:text-[ButtonText]',
  outline: 'border-edge bg-raised text-text hover:bg-sunken',
  quiet: 'border-transparent text-text hover:bg-sunken'
}

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look
  /** For toggles: pressed buttons keep a filled ground and tell screen readers. */
  pressed?: boolean
  /** As wide as it is high. */
  isSquare?: boolean
}

/** At least 36 px high, so that a finger finds it; on paper there is nothing to press. */
export function Button({ look = 'outline', pressed, isSquare = false, className = '', ...rest }: ButtonProps) {
  const pressedLook = pressed ? 'bg-sunken border-edge' : ''
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={`inline-flex h-9 shrink-0 items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap transition-colors disabled:opacity-50 print:hidden ${isSquare ? 'w-9' : 'px-3'} ${LOOKS[look]} ${pressedLook} ${className}`}
      {...rest}
    />
  )
}
