import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the product. */
export default [
  index('routes/start.tsx'),
  route('sign-in', 'routes/auth/sign-in.tsx'),
  route('sign-out', 'routes/auth/sign-out.ts'),
  route('forgotten-password', 'routes/auth/forgotten-password.tsx'),
  route('reset/:token', 'routes/auth/reset.tsx'),
  route('invitations/:token', 'routes/auth/invitation.tsx'),
  route('setup/:token', 'routes/auth/setup.tsx'),
  route('account', 'routes/auth/account.tsx'),
  route('account/sessions', 'routes/auth/sessions.ts'),
  route('account/password', 'routes/auth/password.ts'),
  route('theme', 'routes/theme.ts'),
  route('ui', 'routes/ui.tsx'),

  route('d/:district', 'routes/district.tsx', [
    index('routes/home.tsx'),
    ...prefix('activities', [
      index('routes/activities/index.tsx'),
      route('new', 'routes/activities/new.tsx'),
      route(':activity', 'routes/activities/show.tsx'),
      route(':activity/edit', 'routes/activities/edit.tsx'),
      route(':activity/draft', 'routes/activities/draft.ts'),
      route(':activity/deletion', 'routes/activities/deletion.ts'),
    ]),
    ...prefix('courses', [
      index('routes/completions/index.tsx'),
      route('new', 'routes/completions/new.tsx'),
      route(':completion', 'routes/completions/show.tsx'),
      route(':completion/edit', 'routes/completions/edit.tsx'),
    ]),
    ...prefix('goals', [
      index('routes/goals/index.tsx'),
      route('new', 'routes/goals/new.tsx'),
      route(':goal', 'routes/goals/show.tsx'),
      route(':goal/edit', 'routes/goals/edit.tsx'),
      route(':goal/check-ins', 'routes/goals/check-ins.tsx'),
      route(':goal/outcome', 'routes/goals/outcome.tsx'),
      route(':goal/reopening', 'routes/goals/reopening.ts'),
    ]),
    ...prefix('badges', [
      index('routes/badges/index.tsx'),
      route('new', 'routes/badges/new.tsx'),
      route(':award', 'routes/badges/show.tsx'),
      route(':award/edit', 'routes/badges/edit.tsx'),
    ]),
    route('record', 'routes/record/show.tsx'),
    route('record.csv', 'routes/record/csv.ts'),
    route('record.json', 'routes/record/json.ts'),
    route('approvals', 'routes/approvals/queue.tsx', [
      index('routes/approvals/first.tsx'),
      route(':submission', 'routes/approvals/show.tsx'),
    ]),
    ...prefix('staff', [
      index('routes/staff/index.tsx'),
      route(':member', 'routes/staff/show.tsx'),
    ]),
    route('report', 'routes/report/index.tsx'),
    route('report.csv', 'routes/report/csv.ts'),
    route('submissions/:submission/withdrawal', 'routes/withdrawal.ts'),
    route('evidence/:evidence', 'routes/evidence/show.ts'),
    route('evidence/:evidence/removal', 'routes/evidence/removal.ts'),
  ]),
] satisfies RouteConfig
