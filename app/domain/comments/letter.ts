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
