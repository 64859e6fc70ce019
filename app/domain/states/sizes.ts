/** How large a district is, by its educators as they are shown. */
export const SIZES = {
  small: { name: 'Under 100 educators', from: 0, below: 100 },
  medium: { name: '100 to 499', from: 100, below: 500 },
  large: { name: '500 and more', from: 500, below: Infinity },
} as const

export type DistrictSize = keyof typeof SIZES
