// Asks the proxy by SOCKS for a host that is not in its list.
// ends: blocked
// seen: network
// control: proxy
// configurations: permissive

import net from "node:net";

const NOT_ALLOWED = 2;
const proxy = new URL(process.env.ALL_PROXY);
const host = Buffer.from("elsewhere.example.org");
const [name, password] = [proxy.username, proxy.password].map((part) =>
  Buffer.from(decodeURIComponent(part)),
);
const socket = net.connect(Number(proxy.port), proxy.hostname);

async function send(...parts) {
  const answer = new Promise((resolve, reject) => {
    socket.once("data", resolve).once("error", reject);
  });
  socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))));
  return answer;
}

await send([5, 1, 2]);
await send([1, name.length], name, [password.length], password);
const [, status] = await send([5, 1, 0, 3, host.length], host, [1, 187]);
socket.destroy();
export default `${status === NOT_ALLOWED ? "BLOCKED" : "GOT"}:${status}`;
