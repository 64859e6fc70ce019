import usMa2017 from './us-ma-2017.json'
import usNc2024 from './us-nc-2024.json'

/** The files of this folder as they are; `shipped.server.ts` reads them. */
export const SHIPPED: unknown[] = [usMa2017, usNc2024]
