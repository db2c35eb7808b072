// Loaded before anything else, also by very old versions of Node: keep to the syntax of 2011.
// What is needed stands in package.json alone: “>=20.19”.
var wanted = require('../package.json').engines.node.replace('>=', '')
var has = process.versions.node.split('.').map(Number)
var needs = wanted.split('.').map(Number)
if (has[0] < needs[0] || (has[0] === needs[0] && has[1] < needs[1])) {
  console.error(
    'OPS Fusion needs Node ' +
      wanted +
      ' or later; this is Node ' +
      process.versions.node +
      '. Install a newer Node and try again.'
  )
  process.exit(1)
}
