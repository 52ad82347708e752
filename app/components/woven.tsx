import { useId } from 'react'

/** The anyaman motif, the only ornament: a basket weave of thin strands. Height in pixels; as wide as its place. */
export function Woven({ height = 12, className = 'text-accent' }: { height?: number; className?: string }) {
  const id = `w${useId().replaceAll(':', '')}`
  return (
    <svg className={`block w-full ${className}`} height={height} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45) scale(.75)">
          <path
            d="M0 1.5h8M0 4h8M0 6.5h8M9.5 0v8M12 0v8M14.5 0v8M1.5 8v8M4 8v8M6.5 8v8M8 9.5h8M8 12h8M8 14.5h8"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.1"
          />
        </pattern>
      </defs>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  )
}
