/** A process that generates some districts for another one, which starts it and tells it which. */
import { loadPart } from '../loading.server'
import { generatePlans } from './generate-many'
import type { Answer, Task } from './generating'

const say = (answer: Answer) =>
  new Promise<void>((resolve) => process.send!(answer, () => resolve()))

process.once('message', async ({ url, folder, plans, options }: Task) => {
  const generated = await loadPart(url, folder, (store) =>
    generatePlans(store, plans, options, (progress) => void say({ progress })),
  )
  await say({ generated })
  process.disconnect()
})
