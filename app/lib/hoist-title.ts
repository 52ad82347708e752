const PAGE_TITLE = /<title data-page="true">([^<]*)<\/title>/

/**
 * Moves the title a page draws beside its heading into the document's head (React 19 would do so itself).
 * A page without one gets `fallback`.
 */
export function hoistTitle(html: string, fallback: string): string {
  const title = PAGE_TITLE.exec(html)?.[1] ?? fallback
  return html.replace(PAGE_TITLE, '').replace('</head>', () => `<title>${title}</title></head>`)
}
