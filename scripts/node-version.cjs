// Loaded before anything else, also by very old versions of Node: keep to the syntax of 2011.
var wanted = [20, 19]
var parts = process.versions.node.split('.')
var major = Number(parts[0])
if (major < wanted[0] || (major === wanted[0] && Number(parts[1]) < wanted[1])) {
  console.error(
    'OPS Fusion needs Node ' +
      wanted.join('.') +
      ' or later; this is Node ' +
      process.versions.node +
      '. Install a newer Node and try again.'
  )
  process.exit(1)
}
