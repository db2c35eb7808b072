import { describe, expect, it } from 'vitest'
import { defaultDataFolder } from './paths'

const nobody = () => {
  throw new Error('ENOENT: no such file or directory, uv_os_homedir')
}

describe('the usual place of the library', () => {
  it('is said to be missing where the user has no home', () => {
    for (const platform of ['linux', 'darwin', 'win32']) {
      expect(() => defaultDataFolder({}, platform, nobody)).toThrow(expect.objectContaining({ code: 'home-missing' }))
    }
  })

  it('needs no home where it is named', () => {
    expect(defaultDataFolder({ OPS_FUSION_DATA: '/srv/hearts' }, 'linux', nobody)).toBe('/srv/hearts')
    expect(defaultDataFolder({ XDG_DATA_HOME: '/srv' }, 'linux', nobody)).toBe('/srv/ops-fusion')
  })
})
