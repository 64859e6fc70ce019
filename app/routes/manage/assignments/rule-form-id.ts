/** The form of a rule by its id, for the parts of the page that follow what is typed into it. */
export const RULE_FORM = 'rule'
