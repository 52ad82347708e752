import { index, type RouteConfig, route } from '@remix-run/route-config'

/** The table of contents of the site: Indonesian addresses, English file names. */
export default [
  index('routes/home.tsx'),
  route('mitra', 'routes/partners.list.tsx'),
  route('mitra/:partnerId', 'routes/partners.profile.tsx'),
  route('penawaran/:offerId', 'routes/offers.profile.tsx'),
  route('pelaku', 'routes/actors.list.tsx'),
  route('pelaku.xlsx', 'routes/actors.file.ts', { id: 'actors-xlsx' }),
  route('pelaku.csv', 'routes/actors.file.ts', { id: 'actors-csv' }),
  route('pelaku/:actorId', 'routes/actors.profile.tsx'),
  route('kecocokan', 'routes/board.choose.tsx'),
  route('kecocokan/nasional', 'routes/national.tsx'),
  route('kecocokan/:regencyCode', 'routes/board.district.tsx'),
  route('kecocokan/:regencyCode/pelaku', 'routes/board.actors.tsx'),
  route('kecocokan/:regencyCode/:file', 'routes/board.file.ts'),
  route('impor', 'routes/intake.list.tsx'),
  route('impor/templat.xlsx', 'routes/intake.template.ts', { id: 'template-xlsx' }),
  route('impor/templat.csv', 'routes/intake.template.ts', { id: 'template-csv' }),
  route('impor/:batchId', 'routes/intake.batch.tsx'),
  route('impor/:batchId/ditolak.xlsx', 'routes/intake.rejects.ts', { id: 'rejects-xlsx' }),
  route('impor/:batchId/ditolak.csv', 'routes/intake.rejects.ts', { id: 'rejects-csv' }),
  route('tentang', 'routes/about.tsx'),
  route('bahasa', 'routes/language.ts'),
  route('galat/:status', 'routes/failure.ts'),
  route('*', 'routes/not-found.ts'),
] satisfies RouteConfig
