type Commented = {
  givenName: string
  by: string
  pathway: string
  number: number
  /** The title of the step that it is about; null about the version as a whole. */
  step: string | null
  district: string
  link: string
}

/** The letter to who builds a version that somebody has commented on. What was said is read in the product only. */
export function commentLetter(commented: Commented) {
  const { givenName, by, pathway, number, step, district, link } = commented
  const about = step === null ? '' : `, about the step “${step}”`
  return {
    subject: `${by} commented on “${pathway}”`,
    text: `Hello ${givenName},

${by} said what they think of version ${number} of the pathway “${pathway}”${about}.

Read it beside the draft, and mark it as settled when it is:

${link}

${district}`,
  }
}

type Asked = {
  givenName: string
  by: string
  pathway: string
  number: number
  question: string | null
  district: string
  link: string
}

/** The letter to somebody who is asked about a version of a pathway that is being built. */
export function askingLetter(asked: Asked) {
  const { givenName, by, pathway, number, question, district, link } = asked
  return {
    subject: `${by} asks what you think of “${pathway}”`,
    text: `Hello ${givenName},

${by} is working on version ${number} of the pathway “${pathway}” and asks what you think of it.${question ? `\n\n“${question}”` : ''}

You see it as an educator would. Until it is published you can write what you think of it, or of one of its steps:

${link}

${district}`,
  }
}
