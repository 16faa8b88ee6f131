import { memory } from "athena";

const topics = { "bank loan": "loan", "pop-up store": "pop-up", "trip to Western Sichuan": "sichuan",
  gym: "gym", birthday: "birthday" };
const mentions = {};
for (const [topic, word] of Object.entries(topics)) {
  const found = await memory.recallEpisodic({ query: topic, limit: 50 });
  const days = found.filter((e) => e.content.toLowerCase().includes(word))
    .map((e) => e.timestamp.slice(0, 10)).sort();
  mentions[topic] = { first: days[0], last: days.at(-1), times: days.length };
}
mentions
