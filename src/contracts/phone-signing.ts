/**
 * What phone and host derive from the QR code's secret, and what they sign: the strings, not the cryptography.
 *
 * The link is `https://<address>:<port>/#<secret>`: 32 random bytes as base64url, in the fragment, which no browser
 * sends. With `device` = 32 hex digits that the phone draws:
 *
 *   token       = hex(HMAC-SHA-256(secret, TOKEN_LABEL))               sent once, in `POST api/pair`
 *   signing key = HMAC-SHA-256(secret, signingKeyLabel(device))        32 bytes, never sent
 *   words       = pairWords(HMAC-SHA-256(secret, wordsLabel(device)))  shown on both screens, never sent
 *   signature   = hex(HMAC-SHA-256(signing key, canonicalRequest(…)))
 *
 * The words depend on `device` too: whoever photographed the code and was quicker shows other words than the phone
 * in the user's hand.
 */
export const TOKEN_LABEL = 'ops-fusion/1/token'

export function signingKeyLabel(device: string): string {
  return `ops-fusion/1/signing-key/${device}`
}

export function wordsLabel(device: string): string {
  return `ops-fusion/1/words/${device}`
}

/** Headers of a signed request. */
export const SIGNED_HEADERS = {
  phone: 'x-phone',
  nonce: 'x-nonce',
  /** 32 lower-case hex digits, new for every request, also for a repeated one. */
  request: 'x-request',
  /** Only with `PATCH`: where the body's first byte goes. */
  offset: 'x-offset',
  /** Of the body, lower-case hex; of nothing where there is no body. */
  bodySha256: 'x-body-sha256',
  signature: 'x-signature'
} as const

/** SHA-256 of nothing. @source FIPS 180-4 test vectors */
export const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

export interface SignedRequest {
  method: string
  /** With the leading slash and without a query, e.g. `/api/uploads/<id>`. */
  path: string
  phoneId: string
  /** Null but for `PATCH`. */
  offset: number | null
  /** Of the body, bytes. */
  length: number
  bodySha256: string
  nonce: string
  request: string
}

/** The string that is signed: no part can hold a line break, so no two requests have the same. */
export function canonicalRequest(of: SignedRequest): string {
  const offset = of.offset === null ? '-' : String(of.offset)
  return [
    'ops-fusion/1/request',
    of.method,
    of.path,
    of.phoneId,
    offset,
    String(of.length),
    of.bodySha256,
    of.nonce,
    of.request
  ].join('\n')
}

/** The secret in a link's fragment, with or without its `#`; null where it is none. */
export function secretBytes(fragment: string): Uint8Array<ArrayBuffer> | null {
  const text = fragment.replace(/^#/, '')
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return null
  const bytes = new Uint8Array(32)
  let bits = 0
  let count = 0
  let at = 0
  for (const letter of text) {
    bits = ((bits << 6) | BASE64URL.indexOf(letter)) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at++] = (bits >> count) & 0xff
  }
  return bytes
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Lower-case, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Two words of {@link PAIR_WORDS}, by the first two bytes of their HMAC. */
export function pairWords(mac: Uint8Array): [string, string] {
  const [first = 0, second = 0] = mac
  return [PAIR_WORDS[first]!, PAIR_WORDS[second]!]
}

/** 256 short things that look and sound unlike; part of the protocol, so the same in every language. */
export const PAIR_WORDS: readonly string[] = `
acorn actor album amber anchor angel ankle apple apron arrow atlas autumn
bacon badge bamboo banana banjo barn basil basket beach beaver bell berry
bicycle bird biscuit blanket boat bonnet book bottle bowl branch bread brick
bridge broom brush bucket butter button cabin cactus camel camera candle canoe
canyon carrot castle cat cello chair chalk cherry chess chimney circle circus
clay cliff clock cloud clover cobra coconut coffee comet compass copper coral
cotton cousin crab crayon cricket crown cupboard curtain cushion daisy dancer
desert diamond dinner dolphin donkey door dragon drum duck eagle easel echo
eclipse elbow elephant engine envelope falcon feather fence fern fiddle finger
flag flame flute forest fossil fountain fox frog galaxy garden garlic ginger
giraffe glacier glove goat gorilla grape guitar hammer harbour harp hat hazel
hedgehog helmet hill honey horse igloo island ivory ivy jacket jaguar jasmine
jelly jigsaw juice jungle kangaroo kettle kitchen kite kiwi koala ladder
lagoon lamp lantern lemon lettuce library lime lion lizard llama lobster
magnet mango maple marble market meadow melon mirror mitten monkey moon mosaic
mountain muffin museum napkin nectar needle nest noodle nutmeg oasis ocean
olive onion opera orange orchid otter owl oyster paddle painter palace panda
paper parrot peach peanut pebble pelican pencil penguin pepper piano pigeon
pillow pilot pirate planet plum pocket pony poppy potato prairie pumpkin puzzle
pyramid quartz quilt rabbit radish raft rainbow raven ribbon river robin rocket
rose ruby saddle salmon sandal scarf school shadow ship silver snow spider
spoon sugar sunset swan table tiger tomato train tulip walnut
`
  .trim()
  .split(/\s+/)
