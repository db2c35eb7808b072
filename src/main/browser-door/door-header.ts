/** On everything that a door sends, refusals too: by it this program knows that a port is taken by itself. */
export const DOOR_HEADER = 'x-ops-fusion-door'
