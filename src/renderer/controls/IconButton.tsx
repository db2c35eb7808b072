import type { LucideIcon } from 'lucide-react'
import { Tooltip } from 'radix-ui'
import type { ComponentProps } from 'react'
import { Button } from './Button'

interface IconButtonProps extends Omit<ComponentProps<typeof Button>, 'children' | 'aria-label'> {
  icon: LucideIcon
  /** Spoken, and shown when pointed at or reached by keyboard. */
  label: string
}

/** An icon alone, for what is beside the main path. */
export function IconButton({ icon: Icon, label, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <Button look={look} {...rest} isSquare aria-label={label}>
          <Icon size="1.25rem" strokeWidth={1.5} aria-hidden />
        </Button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={6}
          className="z-50 rounded-control bg-text px-2 py-1 text-sm text-surface shadow-float"
        >
          {label}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
