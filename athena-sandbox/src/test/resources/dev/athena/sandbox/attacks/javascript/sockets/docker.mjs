// Connects to Docker.
// ends: blocked
// control: user

import net from "node:net";

const verdict = await new Promise((resolve) => {
  const socket = net.connect(`${process.env.VICTIM_FOLDER}/docker.sock`);
  socket.on("data", (data) => resolve(`GOT:${data}`));
  socket.on("error", (error) => resolve(`BLOCKED:${error.message}`));
});
export default verdict;
