import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FacetList } from '#app/components/facet-list.tsx'
import { TextField } from '#app/components/field.tsx'
import { FitSteps, fitStep } from '#app/components/fit-steps.tsx'
import { NeedBar } from '#app/components/need-bar.tsx'
import { Pagination, pageNumbers } from '#app/components/pagination.tsx'
import { Progress } from '#app/components/progress.tsx'
import { ReasonLine } from '#app/components/reason-line.tsx'
import { Table } from '#app/components/table.tsx'
import { VerdictTag } from '#app/components/tag.tsx'
import { MessagesProvider } from '#app/i18n/context.tsx'
import type { Locale } from '#app/i18n/locale.ts'

function draw(element: ReactElement, locale: Locale = 'id'): string {
  return renderToStaticMarkup(<MessagesProvider locale={locale}>{element}</MessagesProvider>)
}

function words(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test('a verdict is told by a word and an icon, in the language of the page', () => {
  expect(words(draw(<VerdictTag verdict="undecided" />))).toBe('Perlu dilengkapi')
  expect(words(draw(<VerdictTag verdict="undecided" />, 'en'))).toBe('Needs an answer')
  expect(draw(<VerdictTag verdict="eligible" />)).toContain('<svg')
})

test('a reason line reads as one sentence with result, text and measure', () => {
  const html = draw(<ReasonLine result="fail" text="Kelompok minimal 10 orang" measure="kini 8, syarat 10" />)
  expect(words(html)).toBe('Belum terpenuhi: Kelompok minimal 10 orang (kini 8, syarat 10)')
})

test('the need bar says in words what it draws', () => {
  const needs = [
    { id: 'a', label: 'Modal', state: 'covered' },
    { id: 'b', label: 'Alat', state: 'possible' },
    { id: 'c', label: 'Kemasan', state: 'open' },
  ] as const
  const text = words(draw(<NeedBar needs={needs} />))
  expect(text).toContain('1 dari 3 kebutuhan terlayani, 1 lagi mungkin terlayani')
  expect(text).toContain('Kemasan belum terlayani')
})

test('fit falls in fifths of the scale, its edges in the lower step', () => {
  expect([0, 0.2, 0.21, 0.4, 0.8, 0.81, 1].map(fitStep)).toEqual([1, 1, 2, 2, 4, 5, 5])
  expect(draw(<FitSteps fit={0.86} />)).toContain('aria-label="Sangat cocok, langkah 5 dari 5"')
  expect(words(draw(<FitSteps fit={0.864} showScore />))).toContain('Nilai 86 dari 100')
})

test('a field ties hint and error to its control', () => {
  const html = draw(<TextField name="anggota" label="Anggota" hint="Angka" error="Isi angka" />)
  expect(html).toContain('<label for="anggota"')
  expect(html).toContain('aria-describedby="anggota-hint anggota-error"')
  expect(html).toContain('aria-invalid="true"')
})

test('a table names each cell for its card on a phone and makes the row a link', () => {
  const columns = [
    { key: 'name', label: 'Nama' },
    { key: 'count', label: 'Pelaku', numeric: true },
  ]
  const html = draw(
    <Table caption="Penawaran" columns={columns} rows={[{ id: 'x', href: '/x', cells: { name: 'KUR' } }]} />,
  )
  expect(html).toContain('<a href="/x" class="cover-link quiet-link">KUR</a>')
  expect(html).toContain('data-label="Pelaku"')
  expect(html).toContain('class="numeric blank"')
})

test('page links show the ends and the neighbours', () => {
  expect(pageNumbers(5, 20)).toEqual([1, null, 4, 5, 6, null, 20])
  expect(pageNumbers(1, 2)).toEqual([1, 2])
  expect(pageNumbers(2, 3)).toEqual([1, 2, 3])
})

test('pagination tells the range and links to the pages beside', () => {
  const html = draw(<Pagination page={3} pageSize={20} total={1234} hrefFor={(page) => `/mitra?page=${page}`} />)
  expect(words(html)).toContain('41–60 dari 1.234')
  expect(html).toMatch(/href="\/mitra\?page=2" rel="prev"/)
  expect(html).toMatch(/href="\/mitra\?page=4" rel="next"/)
  expect(draw(<Pagination page={1} pageSize={20} total={20} hrefFor={String} />)).toBe('')
})

test('a facet opens by itself when something in it is chosen', () => {
  const option = (selected: boolean) => [{ value: 'capital', label: 'Modal', count: 1200, selected }]
  expect(draw(<FacetList name="need" label="Kebutuhan" options={option(true)} />)).toMatch(/<details[^>]* open=""/)
  const closed = draw(<FacetList name="need" label="Kebutuhan" options={option(false)} />)
  expect(closed).not.toContain('open=""')
  expect(words(closed)).toBe('Kebutuhan Kebutuhan Modal 1.200')
})

test('progress counts, and tells the time left in seconds or minutes', () => {
  const text = (left: number | null) =>
    words(draw(<Progress label="Memuat" done={420} total={1000} secondsLeft={left} />))
  expect(text(31)).toBe('Memuat 420 dari 1.000, kira-kira 31 detik lagi')
  expect(text(300)).toBe('Memuat 420 dari 1.000, kira-kira 5 menit lagi')
  expect(text(null)).toBe('Memuat 420 dari 1.000')
})
