import { expect } from 'vitest'

/** Sends a form as its page does; the address it leads to. */
async function post(url: string, cookie: string, path: string, values: Readonly<Record<string, string>>) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(values),
    headers: { Origin: url, Cookie: cookie },
    redirect: 'manual',
  })
  expect(response.status, `${path}: ${await response.text()}`).toBe(303)
  return response.headers.get('Location')!
}

const planLinks = (html: string): string[] => [...new Set(html.match(/\/rencana\/[0-9a-f-]{36}/g) ?? [])]

/** Makes a plan at a running server as its form does, and waits for it; its address. */
async function makePlan(url: string, cookie: string, values: Readonly<Record<string, string>>): Promise<string> {
  const list = async () => (await fetch(`${url}/rencana`, { headers: { Cookie: cookie } })).text()
  const before = planLinks(await list())
  await post(url, cookie, '/rencana', values)
  const deadline = Date.now() + 90_000
  for (;;) {
    const html = await list()
    const made = planLinks(html).find((link) => !before.includes(link))
    if (made) return made
    if (Date.now() > deadline) throw new Error('the plan was not made')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

export interface MinistryDesk {
  /** Addresses of two plans and of a task. */
  readonly plan: string
  readonly other: string
  readonly task: string
}

/** Two plans, one with a floor, and a task for a gap, made at a running server by the ministry. */
export async function makeMinistryDesk(url: string, cookie: string): Promise<MinistryDesk> {
  const asked = {
    'tempat-pnm.mekaar': '40',
    'tempat-kur.super-mikro': '25',
    alasan_kapasitas: 'perkiraan untuk peragaan',
    belum_pasti: '1',
  }
  const plan = await makePlan(url, cookie, { nama: 'Pembagian merata', batas: '10', batas_per: 'province', ...asked })
  const other = await makePlan(url, cookie, { nama: 'Tanpa batas bawah', ...asked })
  const gap = { intent: 'open', wilayah: '33', kebutuhan: 'halal' }
  return { plan, other, task: await post(url, cookie, '/tugas', gap) }
}
