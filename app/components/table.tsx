// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on a phone would take the roles away
// biome-ignore-all lint/a11y/useSemanticElements: the elements are the semantic ones
import type { ReactNode } from 'react'

export interface Column {
  readonly key: string
  readonly label: string
  /** Right-aligned figures. */
  readonly numeric?: boolean
  /** Left out of the cards on a phone, where a part of another cell (class `only-card`) says the same. */
  readonly onlyTable?: boolean
}

/** A cell with nothing to say; it takes no place on a phone. */
function isBlank(cell: ReactNode): boolean {
  return cell === null || cell === undefined || cell === ''
}

function classesOf(column: Column, cell: ReactNode): string | undefined {
  const classes = [column.numeric && 'numeric', column.onlyTable && 'only-table', isBlank(cell) && 'blank']
  return classes.filter(Boolean).join(' ') || undefined
}

export interface Row {
  readonly id: string
  /** Makes the whole row a link, on its first cell. */
  readonly href?: string
  readonly cells: Readonly<Record<string, ReactNode>>
}

/** A table that becomes cards on a phone: the first column is each card's title, the others keep their headings. */
export function Table(props: {
  caption: string
  showCaption?: boolean
  columns: readonly Column[]
  rows: readonly Row[]
}) {
  const [first, ...rest] = props.columns
  if (!first) return null
  return (
    <table className="data-table" role="table">
      <caption className={props.showCaption ? 'mb-2 text-start text-lg font-semibold' : 'sr-only'}>
        {props.caption}
      </caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.key} scope="col" className={column.numeric ? 'numeric' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <tr key={row.id} id={row.id} role="row">
            <th scope="row" role="rowheader" className="font-semibold">
              {row.href ? (
                <a href={row.href} className="cover-link quiet-link">
                  {row.cells[first.key]}
                </a>
              ) : (
                row.cells[first.key]
              )}
            </th>
            {rest.map((column) => (
              <td
                key={column.key}
                role="cell"
                data-label={column.label}
                className={classesOf(column, row.cells[column.key])}
              >
                <span>{row.cells[column.key]}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
