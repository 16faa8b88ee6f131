from collections import Counter
from athena import memory

found = [e for e in memory.recall_episodic(query="Hangzhou pop-up store", limit=60)
         if "pop-up" in e.content.lower()]
{"by_month": Counter(e.timestamp[:7] for e in found),
 "by_type": Counter(e.event_type for e in found),
 "best": [e.content.split(":")[0] for e in found[:3]]}
