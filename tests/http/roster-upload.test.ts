import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { receiveRoster } from '~/http/roster-upload.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { contextOf } from '../support/requests'

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('cairn-roster-'))

test.each([
  ['that is being kept', 'oneroster.zip', 'PK and'],
  ['that is refused', 'oneroster.zip', 'no zip at all'],
  ['that has no name', '', 'and'],
])(
  'a body that ends in the middle of a file %s leaves nothing behind',
  async (_, name, content) => {
    const { context } = contextOf(await openTestStore())
    const before = left()
    const request = new Request('http://localhost/d/northside/manage/roster', {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}`,
    })

    const refusal = await receiveRoster({ request, params: {}, context }).catch(
      (thrown: unknown) => thrown,
    )

    expect(refusal).toMatchObject({ status: 400 })
    expect(left()).toEqual(before)
  },
)
