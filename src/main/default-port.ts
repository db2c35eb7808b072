/** The browser door's port: remembered by people and bookmarks, so it stays the same. */
export const DEFAULT_PORT = 4780
