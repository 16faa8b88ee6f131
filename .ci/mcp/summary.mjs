// Prints in one line what a log of the conformance suite comes to.

import { readFileSync } from 'node:fs';

const log = readFileSync(process.argv[2], 'utf8');
const unscored = new Set(
  [...log.matchAll(/^ {2}[✓✗] (\S+) \((?:extension|pending|added-after-release|[\w-]+)\)$/gm)].map(
    (match) => match[1],
  ),
);
const scenarios = [...log.matchAll(/^([✓✗]) (\S+): (\d+) passed, (\d+) failed/gm)].filter(
  (match) => !unscored.has(match[2]),
);
if (scenarios.length > 0) {
  const passed = scenarios.filter((match) => match[1] === '✓').length;
  const checks = scenarios.reduce((sum, match) => sum + Number(match[3]), 0);
  console.log(`${passed} of ${scenarios.length} required scenarios, ${checks} checks`);
} else {
  const single = log.match(/Passed: (\d+\/\d+), (\d+) failed, (\d+) warnings/);
  console.log(single ? `${single[1]} checks, ${single[3]} warnings` : 'see the log');
}
