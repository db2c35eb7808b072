import { ascii, viewOf } from './bytes'
import { assertPieceCount } from './parts'

/** One RIFF of a file: there are several where files were joined. */
export interface WavPart {
  isLittleEndian: boolean
  /** Body of its `fmt ` chunk; undefined where it has none. */
  format: Uint8Array | undefined
  /** Bodies of its data chunks. */
  sound: Uint8Array[]
  /** Whether the file ends before its sound does. */
  isCutShort: boolean
}

/** Lengths that a writer puts first and fills in last, if it can: the largest numbers, or a little below 2^31 (SoX). */
const LEAST_PLACEHOLDER = 0x7ffff000

/** RIFF, its big-endian and its long forms, with WAVE in it. */
export function isWav(bytes: Uint8Array, at = 0): boolean {
  return ['RIFF', 'RIFX', 'RF64', 'BW64'].includes(ascii(bytes, at, 4)) && ascii(bytes, at + 8, 4) === 'WAVE'
}

/**
 * Takes a file apart, joined ones too; lengths are not taken at their word.
 *
 * @throws {AppError} as {@link assertPieceCount}
 */
export function wavParts(bytes: Uint8Array): WavPart[] {
  const view = viewOf(bytes)
  const parts: WavPart[] = []
  let longLength: number | undefined
  let count = 0
  for (let at = 0; at + 8 <= bytes.length; ) {
    assertPieceCount(++count, 'WAV')
    if (isWav(bytes, at)) {
      const isLittleEndian = ascii(bytes, at, 4) !== 'RIFX'
      parts.push({ isLittleEndian, format: undefined, sound: [], isCutShort: false })
      at += 12
      continue
    }
    const part = parts.at(-1)!
    const id = ascii(bytes, at, 4)
    const start = at + 8
    const claimed = view.getUint32(at + 4, part.isLittleEndian)
    let end = start + claimed
    if (id === 'data') {
      end = soundEnd(bytes, start, claimed === 0xffffffff && longLength !== undefined ? longLength : claimed)
      part.sound.push(bytes.subarray(start, end))
      part.isCutShort ||= end > bytes.length
    }
    if (id === 'fmt ') part.format = bytes.subarray(start, end)
    // EBU Tech 3306: the data length as 64 bits, behind that of the whole file
    if (id === 'ds64' && start + 16 <= bytes.length) {
      longLength = Number(view.getBigUint64(start + 8, part.isLittleEndian))
    }
    at = end + ((end - start) % 2 === 1 && !isPadMissing(bytes, end) ? 1 : 0)
  }
  return parts
}

/** Where the sound ends that begins at `start`; behind the end of a file that was cut off. */
function soundEnd(bytes: Uint8Array, start: number, claimed: number): number {
  const wasNeverFilledIn = claimed >= LEAST_PLACEHOLDER || (claimed === 0 && !isChunkHeader(bytes, start))
  return wasNeverFilledIn ? nextWav(bytes, start) : start + claimed
}

/** Where the next joined file begins, or this one ends. */
function nextWav(bytes: Uint8Array, start: number): number {
  const R = 0x52
  for (let at = bytes.indexOf(R, start); at >= 0; at = bytes.indexOf(R, at + 1)) if (isWav(bytes, at)) return at
  return bytes.length
}

/** Tells a really empty data chunk, which another chunk may follow, from one whose length was never filled in. */
function isChunkHeader(bytes: Uint8Array, at: number): boolean {
  if (at + 8 > bytes.length || !/^[A-Za-z0-9 ]{4}$/.test(ascii(bytes, at, 4))) return false
  return at + 8 + viewOf(bytes).getUint32(at + 4, true) <= bytes.length
}

/** A chunk of odd length is followed by a zero; some programs leave it out, and the next chunk's name stands there. */
function isPadMissing(bytes: Uint8Array, at: number): boolean {
  return bytes[at] !== 0 && /^[A-Za-z0-9 ]{4}$/.test(ascii(bytes, at, 4))
}
