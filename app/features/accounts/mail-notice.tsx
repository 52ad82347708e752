import { Notice } from '#app/components/notice.tsx'
import { useMessages } from '#app/i18n/context.tsx'

/** Says that letters become files, on pages that send some, while no mail server is set. */
export function MailNotice({ goesTo }: { goesTo: 'smtp' | 'folder' }) {
  const t = useMessages().accounts.mail
  if (goesTo === 'smtp') return null
  return (
    <Notice kind="warning" title={t.folderTitle}>
      <p>{t.folder}</p>
    </Notice>
  )
}
