import { createContext, useContext } from 'react'

/** What the content security policy asks of a script; on the server only, empty in the browser. */
export const NonceContext = createContext<string | undefined>(undefined)

export const useNonce = () => useContext(NonceContext)
