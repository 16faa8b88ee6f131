// Sends a datagram to a service of this machine.
// ends: blocked
// permissive: timeout unseen, since it may send to its own loopback where nobody answers
// control: user

import dgram from "node:dgram";

const verdict = await new Promise((resolve) => {
  const socket = dgram.createSocket("udp4");
  socket.on("message", (data) => resolve(`GOT:${data}`));
  socket.on("error", (error) => resolve(`BLOCKED:${error.message}`));
  socket.send("hello", Number(process.env.VICTIM_UDP), "127.0.0.1", (error) => {
    if (error) {
      resolve(`BLOCKED:${error.message}`);
    }
  });
});
export default verdict;
