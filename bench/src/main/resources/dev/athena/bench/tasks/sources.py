from athena import memory

facts = memory.recall_semantic("When did Caroline or Melanie do something?",
                               tags=["conv-26", "temporal"], limit=100)
sources = {f.id: f.sources[0].split(" ") for f in facts}
speakers = {}
for session in {s for s, _ in sources.values()}:
    for e in memory.recall_episodic(session_id=session, limit=100):
        speakers[e.context.turn] = e.content.split(":")[0]
wrong = [f.content for f in facts if speakers.get(sources[f.id][1], "nobody") not in f.content]
{"checked": len(facts), "wrong": sorted(wrong)}
