from athena import memory

facts = memory.recall_semantic("When did Caroline or Melanie do something?",
                               tags=["conv-26", "temporal"], limit=100)
turns = {f.id: f.sources[0].split(" ")[1] for f in facts}
speakers = {}
for e in memory.recall_episodic(event_type="conversation", limit=1000):
    speakers[e.context.turn] = e.content.split(":")[0]
wrong = [f.content for f in facts if speakers.get(turns[f.id], "nobody") not in f.content]
{"checked": len(facts), "wrong": sorted(wrong)}
