import { Button } from '#app/components/button.tsx'
import { CONTROL_LOOK, Field } from '#app/components/field.tsx'
import { Tag } from '#app/components/tag.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { DOCUMENT_LIMIT, type UploadProblem } from '#app/features/documents/upload-problem.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ProgrammePage } from './programme-page.server.ts'

/** The documents of a programme: links and notes from its form, uploaded files, and for its makers the way to add one. */
export function DocumentsView({ page }: { page: ProgrammePage }) {
  const t = useMessages().programmes.page
  if (page.documents.length === 0 && page.files.length === 0 && !page.desk) return null
  return (
    <Section id="dokumen-program" title={t.documents}>
      {page.documents.length > 0 && (
        <ul className="space-y-3">
          {page.documents.map((document) => (
            <li key={`${document.title} ${document.url}`}>
              <p className="flex flex-wrap items-center gap-2">
                {document.url ? (
                  <a href={document.url} rel="noreferrer" className="font-semibold">
                    {document.title}
                  </a>
                ) : (
                  <span className="font-semibold">{document.title}</span>
                )}
                {page.desk && !document.isPublic && <Tag>{t.internal}</Tag>}
              </p>
              {document.note && <p className="max-w-prose whitespace-pre-line">{document.note}</p>}
            </li>
          ))}
        </ul>
      )}
      <Files page={page} />
      {page.desk && <Upload page={page} problem={page.fileProblem} />}
    </Section>
  )
}

function Files({ page }: { page: ProgrammePage }) {
  const t = useMessages().programmes.page
  const f = useFormat()
  if (page.files.length === 0) return null
  return (
    <ul className="mt-3 space-y-2">
      {page.files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a href={paths.programmeFile(page.id, file.id)} className="font-semibold break-all">
            {file.name}
          </a>
          <span className="text-sm text-muted">({f.bytes(file.bytes)})</span>
          {page.desk && !file.isPublic && <Tag>{t.internal}</Tag>}
          {page.desk && (
            <form method="post" action={paths.programmeFile(page.id, file.id)} className="no-print">
              <Button look="quiet" small data-confirm={t.removeFileQuestion(file.name)}>
                {t.removeFile}
                <span className="sr-only"> {file.name}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

function Upload({ page, problem }: { page: ProgrammePage; problem: UploadProblem | null }) {
  const { programmes, common } = useMessages()
  const t = programmes.page
  const f = useFormat()
  return (
    <form
      method="post"
      action={paths.programmeFiles(page.id)}
      encType="multipart/form-data"
      className="no-print mt-4 max-w-md space-y-3"
    >
      <Field
        name="dokumen"
        label={t.addFile}
        hint={t.fileHint(f.bytes(DOCUMENT_LIMIT))}
        {...(problem ? { error: common.upload.problems[problem] } : {})}
      >
        {(control) => (
          <input type="file" required accept=".pdf,.jpg,.jpeg,.png,.docx" {...control} className={CONTROL_LOOK} />
        )}
      </Field>
      <label className="flex items-center gap-2">
        <input type="checkbox" name="umum" value="1" className="size-5" />
        {t.fileIsPublic}
      </label>
      <Button look="secondary" small>
        {t.upload}
      </Button>
    </form>
  )
}
