/** An activity of the week, complete. */
export const activityForm = {
  title: 'Planning a unit with an AI assistant',
  kind: 'workshop',
  startedOn: '2026-11-16',
  hours: '1.5',
}

/** A goal, complete. */
export const goalForm = {
  title: 'Use captions in every video lesson',
  kind: 'professional_practice',
  target: 'Every video of the spring term has captions',
  dueOn: '2027-05-15',
}

/** A course of the catalog that was finished lately. */
export const completionForm = (courseId: string) => ({ courseId, completedOn: '2026-11-12' })

/** A badge that the district knows, without proof. */
export const awardForm = (achievementId: string) => ({
  achievementId,
  awardedOn: '2026-11-02',
  selfReported: 'on',
})
