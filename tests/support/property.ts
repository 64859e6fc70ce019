import fc from 'fast-check'

/** What all runs have in common, so that the same code passes or fails each time. */
const SEED = 20260701

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? SEED) })

/** For properties: `PROPERTY_SEED` in the environment tries other cases. */
export default fc
