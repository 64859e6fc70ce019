import { notFound } from '~/http/respond.server'

/** Every address that is none: so that the browser too finds a route, and shows the page the server sent. */
export function loader() {
  throw notFound()
}

export default function Nowhere() {
  return null
}
