// Waits for connections itself.
// ends: blocked
// seen: network
// control: user

import net from "node:net";

const verdict = await new Promise((resolve) => {
  const server = net.createServer();
  server.on("error", (error) => resolve(`BLOCKED:${error.message}`));
  server.listen(0, () => resolve(`GOT:${server.address().port}`));
});
export default verdict;
