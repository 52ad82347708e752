import { signInFirst } from '#app/lib/responses.server.ts'
import type { DbClient } from '#db/client.ts'
import { type Person, personOf } from './person.server.ts'

/** The person of a request, for the pages of her own account. @throws Response 401 when nobody is signed in. */
export async function requirePerson(request: Request, client: DbClient): Promise<Person> {
  const person = await personOf(request, client)
  if (!person) throw signInFirst()
  return person
}
