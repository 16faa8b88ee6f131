from athena import memory

months = {}
for month, last in (("2025-06", 30), ("2025-10", 31)):
    for kind in ("calendar", "note"):
        texts = [e.content.lower() for e in memory.recall_episodic(
            event_type=kind, limit=1000,
            time_range={"from": f"{month}-01", "to": f"{month}-{last}"})]
        months[f"{month} {kind}"] = {"all": len(texts), **{
            word: sum(word in t for t in texts) for word in ("family", "store", "health")}}
months
