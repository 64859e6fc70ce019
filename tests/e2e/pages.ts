import type { Page } from 'playwright-core'
import { moduleOf, type Route, routes, fill } from '../routes/sweep/routes'
import { ACTORS, actorOf, EVERYBODY, type Who } from '../routes/sweep/actors'
import { outside } from '../routes/sweep/expectations/outside'
import { expectationsFor } from '../routes/sweep/expectations/table'
import { type Person, world } from '../support/world'

