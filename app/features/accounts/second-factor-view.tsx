import { Button } from '#app/components/button.tsx'
import { ErrorSummary, type FormError } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { errorAt } from './new-password-fields.tsx'
import type { SecondFactorPage } from './second-factor-page.server.ts'

type Errors = readonly FormError[]
const BOX = 'max-w-prose space-y-5 rounded-lg border border-line bg-surface p-4 sm:p-6'

/** Setting up and looking after the code from the phone. */
export function SecondFactorView({ page, errors }: { page: SecondFactorPage; errors: Errors }) {
  const t = useMessages().accounts
  return (
    <>
      <PageHeader
        title={t.factor.title}
        intro={t.factor.intro}
        trail={[{ href: paths.account(), label: t.mine.title }]}
      />
      <ErrorSummary errors={errors} />
      {page.required && page.state !== 'on' && (
        <div className="mb-6 max-w-prose">
          <Notice kind="warning">
            <p>{t.factor.required}</p>
          </Notice>
        </div>
      )}
      {page.state === 'demo' && <p className="max-w-prose">{t.factor.demo}</p>}
      {page.state === 'off' && (
        <form method="post" action={paths.secondFactor()}>
          <Button name="intent" value="mulai">
            {t.factor.start}
          </Button>
        </form>
      )}
      {page.state === 'begun' && <SetUp qr={page.qr} typed={page.typed} errors={errors} />}
      {page.state === 'on' && page.newCodes.length > 0 && <NewCodes codes={page.newCodes} />}
      {page.state === 'on' && page.newCodes.length === 0 && <Upkeep page={page} errors={errors} />}
    </>
  )
}

function SetUp({ qr, typed, errors }: { qr: string; typed: string; errors: Errors }) {
  const t = useMessages().accounts.factor
  return (
    <form method="post" action={paths.secondFactor()} className={BOX}>
      <ol className="list-decimal space-y-1 ps-5">
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div
        role="img"
        aria-label={t.qr}
        className="w-56 max-w-full rounded border border-line bg-white [&>svg]:h-auto [&>svg]:w-full"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us from the account's own address, no markup in it
        dangerouslySetInnerHTML={{ __html: qr }}
      />
      <p>
        {t.byHand}
        <br />
        <code className="rounded bg-sunken px-1.5 py-0.5 [overflow-wrap:anywhere] select-all">{typed}</code>
      </p>
      <TextField
        name="kode"
        label={t.code}
        {...errorAt(errors, 'kode')}
        input={{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 7, required: true }}
      />
      <Button name="intent" value="pastikan">
        {t.confirm}
      </Button>
    </form>
  )
}

function NewCodes({ codes }: { codes: readonly string[] }) {
  const t = useMessages().accounts.factor
  return (
    <section aria-labelledby="kode-cadangan" className={BOX}>
      <h2 id="kode-cadangan" className="text-xl">
        {t.codesTitle}
      </h2>
      <p>{t.codesText}</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="tabular rounded bg-sunken px-2 py-1 text-lg select-all">{code}</code>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.secondFactor()} className="no-print">
        <Button name="intent" value="tersimpan">
          {t.saved}
        </Button>
      </form>
    </section>
  )
}

function Upkeep({ page, errors }: { page: Extract<SecondFactorPage, { state: 'on' }>; errors: Errors }) {
  const t = useMessages().accounts.factor
  const f = useFormat()
  const password = { type: 'password', autoComplete: 'current-password', required: true } as const
  return (
    <div className="max-w-md space-y-8">
      <p>{t.isOn(f.day(page.since), f.number(page.codesLeft))}</p>
      <form method="post" action={paths.secondFactor()} className="space-y-4">
        <h2 className="text-xl">{t.newCodes}</h2>
        <p>{t.newCodesText}</p>
        <TextField name="sandi-kode" label={t.password} {...errorAt(errors, 'sandi-kode')} input={password} />
        <Button name="intent" value="kode-baru" look="secondary">
          {t.newCodes}
        </Button>
      </form>
      {!page.required && (
        <form method="post" action={paths.secondFactor()} className="space-y-4">
          <h2 className="text-xl">{t.off}</h2>
          <TextField name="sandi-mati" label={t.password} {...errorAt(errors, 'sandi-mati')} input={password} />
          <Button name="intent" value="matikan" look="danger">
            {t.off}
          </Button>
        </form>
      )}
    </div>
  )
}
