import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { Disclosure } from '~/ui/disclosure'
import { TextLink } from '~/ui/link'

/** Takes the record to another district, or brings one from there. */
export function TakeAlong() {
  const { district } = useDistrict()
  return (
    <div className="mb-8 print:hidden">
      <Disclosure summary="Move to another district, or bring a record from one">
        <div className="max-w-form space-y-6">
          <p>
            The package holds everything: what you learned, who decided, how strong the evidence is,
            your licenses and their cycles. Another district that has Cairn reads it.
          </p>
          <form method="get" action={paths.recordPackage(district)} className="space-y-4">
            <CheckboxField name="files" value="yes" label="With the files of my evidence" />
            <CheckboxField
              name="students"
              value="yes"
              label="And those that may show students"
              hint="Only where you may take them with you: ask your school first."
            />
            <CheckboxField name="numbers" value="yes" label="With the numbers of my licenses" />
            <Button type="submit" icon="download">
              Take the package
            </Button>
          </form>
          <p>
            <TextLink href={paths.newRecordImport(district)}>
              Bring a record from another district
            </TextLink>
          </p>
        </div>
      </Disclosure>
    </div>
  )
}
