import { useId } from 'react'

/** Height in pixels of one row of the weave. */
const ROW = 9

const STRANDS = 'M0 1.5h9M0 4.5h9M0 7.5h9M10.5 0v9M13.5 0v9M16.5 0v9M1.5 9v9M4.5 9v9M7.5 9v9M9 10.5h9M9 13.5h9M9 16.5h9'

/** The anyaman motif, the only ornament: a basket weave of thin strands, `rows` high and as wide as its place. */
export function Woven({ rows = 1, className = 'text-accent' }: { rows?: number; className?: string }) {
  const id = `w${useId().replaceAll(':', '')}`
  const height = rows * ROW
  return (
    <svg className={`block w-full ${className}`} height={height} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width={2 * ROW} height={2 * ROW} patternUnits="userSpaceOnUse">
          <path d={STRANDS} fill="none" stroke="currentColor" />
        </pattern>
      </defs>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  )
}
