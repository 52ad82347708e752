import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

/** A letter as it goes out. `html` is optional; the text alone must say everything. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** The same for every try of one letter, so that a mailbox that got it twice shows it once. */
  readonly messageId: string
}

/** Where letters go. `send` ends when they are out of our hands; what it throws is handled by the outbox. */
export interface MailTransport {
  readonly kind: 'smtp' | 'folder'
  send(letter: Letter): Promise<void>
}

const SAFE = { disableFileAccess: true, disableUrlAccess: true } as const
const PATIENCE_MS = 20_000

/** Sends over SMTP. @param url such as "smtps://user:password@mail.example:465". */
export function smtpTransport(url: string, from: string): MailTransport {
  const timeouts = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
  const smtp = createTransport({ url, ...SAFE, ...timeouts })
  return {
    kind: 'smtp',
    async send(letter) {
      await smtp.sendMail({ ...letter, from, ...SAFE })
    },
  }
}

/** Writes each letter as an .eml file, which every mail program opens; only its owner may read it. */
export function folderTransport(folder: string, from: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix', ...SAFE })
  return {
    kind: 'folder',
    async send(letter) {
      const { message } = await composer.sendMail({ ...letter, from, ...SAFE })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = letter.messageId.replace(/[^\w-]+/g, '_').replace(/^_+|_+$/g, '')
      await writeFile(join(folder, `${name}.eml`), message as Buffer, { mode: 0o600 })
    },
  }
}
