import type { MarkedPieces } from './marked-pieces.ts'

/** A text with what matched marked. */
export function MarkedText({ pieces }: { pieces: MarkedPieces }) {
  return (
    <>
      {pieces.map((piece, at) =>
        piece.hit ? (
          <mark key={at} className="rounded-xs bg-turmeric-soft text-inherit">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  )
}
