/** How the server runs: for a district, as the local demonstration, or while writing code. */
export type Mode = 'production' | 'demo' | 'development'
