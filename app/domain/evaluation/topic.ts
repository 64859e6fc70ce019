/** What a topic is known by, however it is written: `Suicide prevention` is `suicide_prevention`. */
export const topicKey = (topic: string | undefined) =>
  topic
    ?.trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_')
