import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { retireCourse, saveCourse } from '~/domain/courses/commands.server'
import { courseInput, retirementInput } from '~/domain/courses/inputs.server'
import { listCatalogCourses } from '~/domain/courses/queries.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { Hours } from '~/ui/hours-text'
import { CatalogHeader } from './catalog-header'
import { CatalogList } from './catalog-list'
import { catalogFilterOf } from './catalog-filter.server'
import { CourseForm } from './course-form'

export const meta: MetaFunction = () => [{ title: 'Catalog of courses · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = catalogFilterOf(args.request)
  const courses = await member.read(listCatalogCourses, filter)
  const editedId = queryOf(args.request).id('edit')
  return { courses, filter, edited: courses.rows.find(({ id }) => id === editedId) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const form = await args.request.formData()
  const page = paths.catalog(member.district)
  if (form.get('intent') === 'retire') {
    return submit(form, retirementInput, async ({ id }) => {
      const { title } = await member.write(retireCourse, id)
      return redirectWithNotice(page, `“${title}” is no longer in the catalog.`)
    })
  }
  return submit(form, courseInput, async (input) => {
    await member.write(saveCourse, input)
    return redirectWithNotice(page, `“${input.title}” is in the catalog.`)
  })
}

export default function CourseCatalog() {
  const { courses, filter, edited } = useLoaderData<typeof loader>()
  const reply = useReply()
  return (
    <>
      <CatalogHeader current="courses" />
      <FormReply reply={reply}>
        <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <CatalogList
            what={{ one: 'course', many: 'courses' }}
            page={courses}
            filter={filter}
            details={[
              { key: 'provider', head: 'Offered by', cell: ({ provider }) => provider ?? '–' },
              {
                key: 'hours',
                head: 'Hours',
                numeric: true,
                cell: ({ minutes }) => (minutes ? <Hours minutes={minutes} /> : '–'),
              },
            ]}
            teaching="What is in the catalog can be a step of a pathway, and educators choose it when they record a finished course."
          />
          <CourseForm key={edited?.id ?? 'new'} course={edited} />
        </div>
      </FormReply>
    </>
  )
}
