// Connects to a service of this machine by IPv6.
// ends: blocked
// seen: network
// permissive: blocked unseen, since it may connect to its own loopback where nobody listens
// control: user

import net from "node:net";

const verdict = await new Promise((resolve) => {
  const socket = net.connect(Number(process.env.VICTIM_PORT6), "::1");
  socket.on("data", (data) => resolve(`GOT:${data}`));
  socket.on("error", (error) => resolve(`BLOCKED:${error.message}`));
});
export default verdict;
