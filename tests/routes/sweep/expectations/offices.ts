const SCHOOLS = ['owner', 'colleague', 'principal', 'another principal'] as const

/** The district office; to the others the answer is the same whether there is such a row or not. */
export const OFFICE = {
  open: ['coordinator', 'administrator', 'auditor'],
  forbidden: SCHOOLS,
} as const

/** Who may open every record. */
export const RECORD_READERS = {
  open: ['administrator', 'auditor'],
  forbidden: [...SCHOOLS, 'coordinator'],
} as const

export const COORDINATORS = {
  open: ['coordinator', 'administrator'],
  forbidden: [...SCHOOLS, 'auditor'],
} as const

export const ADMINISTRATORS = {
  open: ['administrator'],
  forbidden: [...SCHOOLS, 'coordinator', 'auditor'],
} as const
