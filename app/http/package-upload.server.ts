import type { ActionFunctionArgs } from '@remix-run/node'
import { Invalid } from '~/domain/errors'
import { MAX_PACKAGE_BYTES } from '~/domain/packages/limits'
import { receiveZip } from './zip-upload.server'

const MEGABYTE = 1024 * 1024

/**
 * Reads the form with which a record from another district is handed in.
 *
 * @throws Response 400 when the body cannot be read
 */
export const receivePackage = (args: ActionFunctionArgs) =>
  receiveZip(args, {
    name: 'package',
    maxBytes: MAX_PACKAGE_BYTES,
    noFile: () => new Invalid('file', 'Choose the package that you took from the other district.'),
    noZip: (name) =>
      new Invalid(
        'file',
        `“${name}” is no package. Nothing was kept. Choose the zip that you took from the other district.`,
      ),
    tooLarge: (name) =>
      new Invalid(
        'file',
        `“${name}” is larger than ${MAX_PACKAGE_BYTES / MEGABYTE} MB. Nothing was kept. Take the package again without the files.`,
      ),
  })
