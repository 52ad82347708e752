import { expect, test } from 'vitest'
import { emailOf } from '#app/domain/access/email.ts'
import { passwordProblem } from '#app/domain/access/password-rule.ts'

test.each([
  ['pendek', 'short'],
  ['a'.repeat(201), 'long'],
  ['aaaaaaaaaaaa', 'guessable'],
  ['1234567890', 'guessable'],
  ['Password123!', 'guessable'],
  ['sinergi2026', 'guessable'],
  ['kendal12345', 'guessable'],
  ['tikar pandan hijau', null],
  ['contoh-anyaman-2026', null],
  ['密码密码我们的家庭工业', null],
])('%s: %s', (password, problem) => {
  expect(passwordProblem(password, 'kendal@dinas.example')).toBe(problem)
})

test('an address is stored in lower case without blanks around it; what cannot be one is refused', () => {
  expect(emailOf('  Ibu.Ani@Kendalkab.go.id ')).toBe('ibu.ani@kendalkab.go.id')
  for (const text of ['', 'ani', 'ani@', '@kantor.id', 'ani@kantor', 'a b@kantor.id', 'a@b.id\r\nBcc: x@y.id', null])
    expect(emailOf(text), String(text)).toBeNull()
})
