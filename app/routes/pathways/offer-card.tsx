import { Form, useNavigation } from '@remix-run/react'
import type { Offer } from '~/domain/pathways/joining.server'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'

/** A pathway that one may join. */
export function OfferCard({ offer }: { offer: Offer }) {
  const navigation = useNavigation()
  const isJoining = navigation.formData?.get('assignment') === offer.id
  return (
    <Card title={offer.title} level={3}>
      {offer.description && <p className="mb-4">{offer.description}</p>}
      <Form method="post">
        <input type="hidden" name="assignment" value={offer.id} />
        <Button icon="plus" pending={isJoining} aria-label={`Join “${offer.title}”`}>
          Join
        </Button>
      </Form>
    </Card>
  )
}
