/** A part of a bar; `look` colours it, the words beside the bar say what it is. */
export interface BarPart {
  readonly share: number
  readonly look: 'accent' | 'leaf' | 'turmeric' | 'brick'
}

const FILL = { accent: 'fill-accent', leaf: 'fill-leaf', turmeric: 'fill-turmeric', brick: 'fill-brick' } as const
const WIDTH = 120

/** Shares of a whole (together at most 1) as one thin bar. Decoration: the numbers stand beside it in words. */
export function CountBar({ parts, className = 'w-28' }: { parts: readonly BarPart[]; className?: string }) {
  let at = 0
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 12`}
      preserveAspectRatio="none"
      className={`inline-block h-3 print:max-w-20 ${className}`}
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0.5" y="0.5" width={WIDTH - 1} height="11" className="fill-sunken stroke-edge" strokeWidth="1" />
      {parts.map((part) => {
        const x = at
        const width = Math.max(0, Math.min(1, part.share)) * WIDTH
        at += width
        return part.share > 0 ? (
          <rect key={part.look} x={x} y="0" width={Math.max(width, 1.5)} height="12" className={FILL[part.look]} />
        ) : null
      })}
    </svg>
  )
}
