// Waits for connections itself.
// ends: blocked
// seen: network
// permissive: timeout unseen, since it waits at a loopback of its own where nobody comes
// control: user

import net from "node:net";

const verdict = await new Promise((resolve) => {
  const server = net.createServer();
  server.on("error", (error) => resolve(`BLOCKED:${error.message}`));
  server.listen(0, () => resolve(`GOT:${server.address().port}`));
});
export default verdict;
