/** What this browser keeps under a name; null where there is nothing, or a browser forbids it. */
export function remembered(name: string) {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps a word in this browser; one that forbids it forgets it with the page. */
export function remember(name: string, word: string) {
  try {
    localStorage.setItem(name, word)
  } catch {
    return
  }
}
