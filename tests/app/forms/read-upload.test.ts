import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryOf, readMultipart } from '#app/forms/multipart.ts'
import { readUpload } from '#app/forms/read-upload.server.ts'

const taken: Uint8Array[] = []
const door = { field: 'berkas', maxBytes: 1_000_000, write: (piece: Uint8Array) => void taken.push(Buffer.from(piece)) }

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/impor', { method: 'POST', body, headers })
}

async function statusOf(promise: Promise<unknown>): Promise<number> {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  )
  return thrown instanceof Response ? thrown.status : 0
}

test('a form as the platform writes it comes in: fields as text, the file byte by byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\r\n\0]/.test(text)),
      async (bytes, text) => {
        const form = new FormData()
        form.set('sebelum', text)
        form.set('berkas', new File([bytes], 'daftar; "a"=é.xlsx'))
        form.set('sesudah', 'dua\r\nbaris')
        taken.length = 0
        const upload = await readUpload(post(form), door)
        expect(upload.file).toEqual({ name: 'daftar; "a"=é.xlsx', bytes: bytes.length })
        expect(new Uint8Array(Buffer.concat(taken))).toEqual(new Uint8Array(bytes))
        expect([...upload.fields]).toEqual([
          ['sebelum', text],
          ['sesudah', 'dua\r\nbaris'],
        ])
      },
    ),
    { numRuns: 50 },
  )
})

test('pieces may end anywhere, also inside a boundary', async () => {
  const body = Buffer.from(
    '--batas\r\nContent-Disposition: form-data; name="a"\r\n\r\nsatu\r\n--bata\r\n--batas\r\nContent-Disposition: form-data; name="f"; filename=""\r\n\r\n\r\n--batas--\r\n',
  )
  for (let size = 1; size < 40; size++) {
    const seen: string[] = []
    const pieces = async function* () {
      for (let from = 0; from < body.length; from += size) yield body.subarray(from, from + size)
    }
    await readMultipart(pieces(), 'batas', (head) => {
      let text = `${head.name}/${head.fileName}:`
      return {
        write(piece) {
          text += Buffer.from(piece).toString()
        },
        end: () => void seen.push(text),
      }
    })
    expect(seen).toEqual(['a/null:satu\r\n--bata', 'f/:'])
  }
})

test('no file chosen gives none', async () => {
  const form = new FormData()
  form.set('berkas', new File([], ''))
  expect((await readUpload(post(form), door)).file).toBeNull()
})

test('refused: too long a file, a foreign page, a broken or other body, another method', async () => {
  const form = new FormData()
  form.set('berkas', new File([new Uint8Array(2_000_000)], 'a.xlsx'))
  expect(await statusOf(readUpload(post(form), door))).toBe(413)
  const foreign = post(new FormData(), { 'Sec-Fetch-Site': 'cross-site' })
  expect(await statusOf(readUpload(foreign, door))).toBe(403)
  const type = { 'Content-Type': 'multipart/form-data; boundary=b' }
  expect(await statusOf(readUpload(post('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx', type), door))).toBe(
    400,
  )
  expect(await statusOf(readUpload(post('--bx', type), door))).toBe(400)
  expect(await statusOf(readUpload(post('a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }), door))).toBe(
    400,
  )
  expect(await statusOf(readUpload(new Request('http://localhost/impor'), door))).toBe(405)
})

test('the boundary is read with and without quotation marks', () => {
  expect(boundaryOf('multipart/form-data; boundary=----WebKitX')).toBe('----WebKitX')
  expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
  expect(boundaryOf('text/plain')).toBeNull()
})

test.each([
  ['a long preamble', () => Buffer.alloc(100_000, 'x')],
  [
    'endless small parts',
    () => Buffer.from('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(2000)),
  ],
])('%s without an end is cut off, though no length was announced', async (_, piece) => {
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      if (sent > 20_000_000) return controller.close()
      const bytes = piece()
      sent += bytes.length
      controller.enqueue(bytes)
    },
  })
  const headers = { 'Content-Type': 'multipart/form-data; boundary=b' }
  const request = new Request('http://localhost/impor', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
  expect(await statusOf(readUpload(request, door))).toBe(413)
  expect(sent).toBeLessThan(3_000_000)
})
