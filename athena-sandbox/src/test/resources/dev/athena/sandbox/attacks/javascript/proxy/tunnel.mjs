// Asks the proxy for a tunnel to a host that is not in its list.
// ends: blocked
// seen: network
// control: proxy
// configurations: permissive

import net from "node:net";

const refusals = [403];
const targets = [
  "elsewhere.example.org:443",
  "elsewhere.example.org:80",
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
