// Asks the proxy for a host that is not in its list.
// ends: blocked
// seen: network
// control: proxy
// configurations: permissive

import http from "node:http";

const proxy = new URL(process.env.HTTP_PROXY);
const name = decodeURIComponent(`${proxy.username}:${proxy.password}`);
const answer = await new Promise((resolve, reject) => {
  const request = {
    host: proxy.hostname,
    port: proxy.port,
    path: "http://elsewhere.example.org/",
    headers: { "proxy-authorization": `Basic ${Buffer.from(name).toString("base64")}` },
  };
  http.get(request, resolve).on("error", reject);
});
answer.resume();
export default `${answer.statusCode === 403 ? "BLOCKED" : "GOT"}:${answer.statusCode}`;
