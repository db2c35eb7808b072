/**
 * Draws resources/icons/icon.svg in every size that the platforms want: PNG (Linux), ICO (Windows), ICNS (macOS).
 *
 * Run it after changing the drawing: `node --import tsx scripts/icons.mjs`. Chromium draws; the two containers hold
 * the same PNG files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../tests/electron-double/chromium-path.ts'

const FOLDER = new URL('../resources/icons/', import.meta.url)

/** Sizes that Windows picks from; 256 is the largest that the format can name. */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]

/** Type of each image in an ICNS file, by its width. @see https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
const ICNS_TYPES = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }

async function draw(sizes) {
  const svg = readFileSync(new URL('icon.svg', FOLDER), 'utf8')
  const browser = await chromium.launch({ executablePath: chromiumPath() })
  const page = await browser.newPage()
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  const pngs = new Map()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    pngs.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return pngs
}

/** @see https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
function ico(pngs) {
  const header = Buffer.alloc(6 + 16 * pngs.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pngs.length, 4)
  let offset = header.length
  pngs.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index
    // A width of 256 is written as 0.
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...pngs.map(({ png }) => png)])
}

function icns(images) {
  const chunks = images.map(({ type, png }) => {
    const header = Buffer.alloc(8)
    header.write(type, 'ascii')
    header.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([header, png])
  })
  const header = Buffer.alloc(8)
  header.write('icns', 'ascii')
  header.writeUInt32BE(8 + chunks.reduce((sum, chunk) => sum + chunk.length, 0), 4)
  return Buffer.concat([header, ...chunks])
}

const pngs = await draw([...new Set([...ICO_SIZES, ...Object.values(ICNS_TYPES)])])
writeFileSync(new URL('icon.png', FOLDER), pngs.get(512))
writeFileSync(new URL('icon.ico', FOLDER), ico(ICO_SIZES.map((size) => ({ size, png: pngs.get(size) }))))
writeFileSync(
  new URL('icon.icns', FOLDER),
  icns(Object.entries(ICNS_TYPES).map(([type, size]) => ({ type, png: pngs.get(size) })))
)
