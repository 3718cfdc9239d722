import slicesJSON = require('../../slices.json');

/** The partition-key prefixes of each service that owns a part of the table. The index partition keys
 *  `GSI1PK`..`GSI3PK` begin with the same prefixes.
 *
 *  `deploy/slices.json` is the one list: the roles here are cut by it, and a test compares it with the
 *  prefixes that the services declare in code. */
export const slices: Readonly<Record<SliceOwner, readonly string[]>> = slicesJSON;

export type SliceOwner = keyof typeof slicesJSON;
