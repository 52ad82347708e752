import { index, type RouteConfig, route } from '@remix-run/route-config'

/** The table of contents of the site: Indonesian addresses, English file names. */
export default [
  index('routes/home.tsx'),
  route('mitra', 'routes/partners.list.tsx'),
  route('mitra/:partnerId', 'routes/partners.profile.tsx'),
  route('pelaku', 'routes/actors.list.tsx'),
  route('pelaku.xlsx', 'routes/actors.file.ts', { id: 'actors-xlsx' }),
  route('pelaku.csv', 'routes/actors.file.ts', { id: 'actors-csv' }),
  route('pelaku/:actorId', 'routes/actors.profile.tsx'),
  route('kecocokan', 'routes/board.choose.tsx'),
  route('kecocokan/nasional', 'routes/national.tsx'),
  route('kecocokan/:regencyCode', 'routes/board.district.tsx'),
  route('kecocokan/:regencyCode/pelaku', 'routes/board.actors.tsx'),
  route('kecocokan/:regencyCode/:file', 'routes/board.file.ts'),
  route('tentang', 'routes/about.tsx'),
  route('bahasa', 'routes/language.ts'),
  route('galat/:status', 'routes/failure.ts'),
  route('*', 'routes/not-found.ts'),
] satisfies RouteConfig
