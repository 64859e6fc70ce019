/** The id of the control with this name, so that a summary can link to it. */
export const fieldId = (name: string) => `field-${name.replace(/[^\w-]+/g, '-')}`
