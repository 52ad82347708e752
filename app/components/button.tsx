import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** `primary` once a page, `secondary` beside it, `quiet` for links that act, `danger` for what cannot be undone. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const LOOKS: Record<ButtonLook, string> = {
  primary:
    'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong hover:text-on-accent',
  secondary: 'border-edge bg-surface text-ink hover:border-accent hover:bg-accent-soft hover:text-ink',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft',
  danger: 'border-brick bg-surface text-brick hover:bg-brick-soft',
}

function classes(look: ButtonLook, small: boolean, extra: string): string {
  const size = small ? 'min-h-9 px-3 text-sm' : 'min-h-11 px-5'
  return `inline-flex items-center justify-center gap-2 rounded border py-1.5 text-center font-semibold no-underline transition-colors duration-150 hover:no-underline ${size} ${LOOKS[look]} ${extra}`
}

interface Common {
  look?: ButtonLook
  icon?: IconName
  small?: boolean
}

/**
 * A button; submits its form unless `type` says otherwise.
 * `data-confirm="question"` asks before it acts (with scripts only: the action itself must be safe to repeat or undo).
 */
export function Button({
  look = 'primary',
  icon,
  small = false,
  className = '',
  children,
  ...rest
}: Common & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="submit" className={`cursor-pointer ${classes(look, small, className)}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function LinkButton({
  look = 'primary',
  icon,
  small = false,
  className = '',
  children,
  ...rest
}: Common & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a className={classes(look, small, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
