import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const LOOK_AGAIN = 1500

/** Loads the page again every second or two, for as long as something on it goes on by itself. */
export function useLookAgain(goesOn = true) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!goesOn) return
    const timer = setInterval(revalidate, LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [revalidate, goesOn])
}
