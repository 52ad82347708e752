const PATHS = {
  check: 'M20 6 9 17l-5-5',
  question: 'M9.1 9a3 3 0 1 1 4.4 2.7c-.9.5-1.5 1.2-1.5 2.3M12 17.5v.01M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19',
  cross: 'M18 6 6 18M6 6l12 12',
  info: 'M12 11v5.5M12 7.5v.01M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19',
  warning: 'M12 3.5 1.8 20.5h20.4zM12 10v4.5M12 17.5v.01',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5',
  filter: 'M3 5h18M6.5 12h11M10 19h4',
  down: 'm5 9 7 7 7-7',
  right: 'm9 5 7 7-7 7',
  left: 'm15 5-7 7 7 7',
  download: 'M12 3.5v12M6.5 10.5 12 16l5.5-5.5M4 20.5h16',
  upload: 'M12 16V4M6.5 9.5 12 4l5.5 5.5M4 20.5h16',
  print: 'M7 8V3h10v5M7 17H4V9.5h16V17h-3M7 14h10v7H7z',
  share: 'M4 12v8h16v-8M12 15V3.5M7.5 8 12 3.5 16.5 8',
  copy: 'M8.5 8.5h11v11h-11zM5.5 15.5h-1v-11h11v1',
  people:
    'M9 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.6a3.5 3.5 0 0 1 0 6.6M18 14.5c2.2.8 3.5 2.8 3.5 5.5',
  partner: 'M3.5 20.5V8.5L12 3.5l8.5 5v12M2 20.5h20M9.5 20.5v-6h5v6M8 10.5v.01M12 10.5v.01M16 10.5v.01',
  place: 'M12 21.5s7-6.3 7-11.8a7 7 0 1 0-14 0c0 5.5 7 11.8 7 11.8M12 12.2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  calendar: 'M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4',
  external: 'M13.5 4H20v6.5M20 4l-9.5 9.5M17.5 14v6H4V6.5h6',
  list: 'M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6v.01M3.5 12v.01M3.5 18v.01',
  plus: 'M12 5v14M5 12h14',
} as const

export type IconName = keyof typeof PATHS

/** A line icon in the colour of the text. Decoration only: a word always stands beside it. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
