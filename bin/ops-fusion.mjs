#!/usr/bin/env node
import '../scripts/node-version.cjs'

// Only now, when Node is known to understand it.
import('../scripts/build.mjs').then(({ ensureBuilt }) => ensureBuilt()).then(() => import('../out/main/cli.js'))
