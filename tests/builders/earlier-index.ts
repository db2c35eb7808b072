import { DatabaseSync } from '@photostructure/sqlite'

/**
 * Makes the index of a library one of the schema that version 0.1.0 began with.
 *
 * @param change SQL that version may have run since, and told no folder
 */
export function makeEarlier(path: string, change = ''): void {
  const database = new DatabaseSync(path)
  database.exec(`ALTER TABLE recordings DROP COLUMN said_at; ALTER TABLE recordings DROP COLUMN is_recovered;
    ${change}; PRAGMA user_version = 1`)
  database.close()
}
