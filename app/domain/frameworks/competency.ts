import { DIGCOMPEDU } from './digcompedu'

export type Competency = {
  /** Framework and code, such as `digcompedu-2017/2.1`: how rows refer to it. */
  id: string
  code: string
  label: string
  area: string
}

/** The competencies of the shipped framework, in its order. */
export const COMPETENCIES: Competency[] = DIGCOMPEDU.areas.flatMap((area) =>
  area.competencies.map(([code, label]) => ({
    id: `${DIGCOMPEDU.id}/${code}`,
    code,
    label,
    area: area.label,
  })),
)

export const FRAMEWORK = {
  title: DIGCOMPEDU.title,
  attribution: DIGCOMPEDU.attribution,
}

const byId = new Map(COMPETENCIES.map((competency) => [competency.id, competency]))

export const isCompetency = (id: string) => byId.has(id)

/** `2.1 Selecting digital resources`; an id this release does not know shows as it is. */
export function competencyName(id: string) {
  const competency = byId.get(id)
  return competency ? `${competency.code} ${competency.label}` : id
}

/** The competencies by area, for a list to choose from. */
export const competenciesByArea = () =>
  DIGCOMPEDU.areas.map(({ code, label }) => ({
    label: `${code} ${label}`,
    competencies: COMPETENCIES.filter(({ area }) => area === label),
  }))
