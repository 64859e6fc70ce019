import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { signInInput } from '~/domain/people/sign-in-inputs.server'
import { requireAnonymous } from '~/http/auth.server'
import { listDemoAccounts } from '~/http/demo-accounts.server'
import { takeNotice } from '~/http/flash.server'
import { keptSecretsOf } from '~/http/keep-form.server'
import { paths, safeReturn } from '~/http/paths'
import { submitPrivately } from '~/http/private-form.server'
import { signInWith } from '~/http/sign-in.server'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { PlainFrame } from '~/ui/plain-frame'
import { DemoAccounts } from './demo-accounts'
import { PasswordField } from './password-field'

export const meta: MetaFunction = () => [{ title: 'Sign in · Cairn' }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  await requireAnonymous(args)
  const query = new URL(args.request.url).searchParams
  const { notice, headers } = await takeNotice(args.request)
  const demo = await listDemoAccounts(args)
  const as = demo?.accounts.find(({ key }) => key === query.get('as'))
  return data(
    {
      to: safeReturn(query.get('to')),
      isFormKept: keptSecretsOf(args).length > 0,
      notice,
      demo,
      filled: as && demo ? { email: as.email, password: demo.password } : null,
    },
    { headers },
  )
}

export async function action(args: ActionFunctionArgs) {
  return submitPrivately(args.request, signInInput, async ({ to, ...given }) => {
    const headers = await signInWith(args, given)
    return redirect(safeReturn(to ?? null), { headers })
  })
}

export default function SignIn() {
  const { to, isFormKept, notice, demo, filled } = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  return (
    <PlainFrame homeHref={paths.signIn()}>
      <PageHeader title="Sign in" lead="To your professional-learning record." />
      <div className="space-y-6">
        {notice && (
          <Notice tone={notice.tone} live>
            {notice.text}
          </Notice>
        )}
        {isFormKept && (
          <Notice tone="warn" title="You were signed out after a while">
            What you typed is kept. Sign in, and it will be there again.
          </Notice>
        )}
        <Form method="post" noValidate key={filled?.email}>
          <FormReply reply={reply}>
            <input type="hidden" name="to" value={to} />
            <div className="space-y-6">
              <TextField
                name="email"
                label="Email"
                type="email"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                defaultValue={filled?.email}
              />
              <PasswordField name="password" label="Password" defaultValue={filled?.password} />
              <Button tone="primary" wide>
                Sign in
              </Button>
            </div>
          </FormReply>
        </Form>
        <p>
          <TextLink href={paths.forgottenPassword()}>I forgot my password</TextLink>
        </p>
        {demo && <DemoAccounts {...demo} to={to} />}
      </div>
    </PlainFrame>
  )
}
