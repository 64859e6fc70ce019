import { migrate } from '#db/migrate.server'

const [url, folder] = process.argv.slice(2)
const { applied } = await migrate(url!, folder!)
console.log(JSON.stringify(applied))
