/** A share as people say it: `62 %`, and `–` where there is nobody to count. */
export const share = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`

export const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole)
