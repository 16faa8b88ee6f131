// Has a name resolved.
// ends: blocked
// seen: network
// control: network

import dns from "node:dns/promises";

let verdict;
try {
  verdict = `GOT:${(await dns.lookup("example.org")).address}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
