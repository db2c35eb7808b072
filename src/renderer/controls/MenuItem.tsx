import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

interface MenuItemProps {
  onSelect: () => void
  children: ReactNode
  /** Stands small at the right edge. */
  note?: string
  className?: string
}

export function MenuItem({ onSelect, children, note, className = '' }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={`flex min-h-9 items-center gap-2 rounded-control px-3 outline-none data-highlighted:bg-sunken data-highlighted:outline-2 data-highlighted:outline-accent forced:data-highlighted:forced-color-adjust-none forced:data-highlighted:bg-[Highlight] forced:data-highlighted:text-[HighlightText] ${className}`}
    >
      {children}
      {note !== undefined && <span className="ml-auto pl-6 text-muted">{note}</span>}
    </DropdownMenu.Item>
  )
}
