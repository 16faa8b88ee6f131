// Asks the proxy for this machine, and for the keys of the cloud, in many spellings.
// ends: blocked
// seen: network
// control: proxy
// configurations: permissive

import net from "node:net";

const refusals = [400, 403];
const port = process.env.VICTIM_PORT;
const targets = [
  `127.0.0.1:${port}`,
  `localhost:${port}`,
  `0.0.0.0:${port}`,
  `127.1:${port}`,
  `2130706433:${port}`,
  `[::1]:${port}`,
  "169.254.169.254:80",
];

const proxy = new URL(process.env.HTTP_PROXY);
const name = decodeURIComponent(`${proxy.username}:${proxy.password}`);
const who = `Proxy-Authorization: Basic ${Buffer.from(name).toString("base64")}`;

/** Returns the status with which the proxy answers who asks for a tunnel. */
async function ask(target) {
  const socket = net.connect(Number(proxy.port), proxy.hostname);
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${who}\r\n\r\n`);
  const [answer] = await socket.take(1).toArray();
  return Number(String(answer).split(" ")[1]);
}

const answers = [];
for (const target of targets) {
  answers.push(await ask(target));
}
const refused = answers.every((status) => refusals.includes(status));
export default `${refused ? "BLOCKED" : "GOT"}:${answers}`;
