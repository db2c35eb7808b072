import type { HandOverState } from '../../contracts/hand-over'
import { SHARE_WAYS, type ShareText, shareLink } from '../../contracts/share-links'

/** Where the recordings that the network learned from are published. */
export const DATA_LINK = 'https://physionet.org/content/challenge-2016/1.0.0/'

/** The only pages outside the program that it opens, in the person's own browser, each exactly as written here. */
export const LINKS: readonly string[] = [DATA_LINK, 'https://opendatacommons.org/licenses/by/1-0/']

/** Whether `url` is one of {@link LINKS}, letter by letter: a prefix or a host alone would let a query carry data out. */
export function isKnownLink(url: string): boolean {
  return LINKS.includes(url)
}

/** Whether `url` shares, letter by letter, a pairing link that is good now: nothing else can be carried out by it. */
export function isShareLink(url: string, { addresses }: HandOverState, words: ShareText): boolean {
  return addresses
    .flatMap(({ link, plainLink }) => [link, plainLink])
    .some((link) => link !== null && SHARE_WAYS.some((way) => new URL(shareLink(way, link.url, words)).href === url))
}
