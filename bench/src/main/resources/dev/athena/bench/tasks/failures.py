from collections import Counter
from athena import memory

commits = memory.recall_episodic(event_type="commit", limit=1000)
failing = [c for c in commits if "fail" in c.content.lower()]
files = Counter(f for c in failing for f in c.context.get("files", []))
top = sorted(files, key=lambda f: (-files[f], f))[:5]
{"commits": len(failing), "most": {f: files[f] for f in top}}
