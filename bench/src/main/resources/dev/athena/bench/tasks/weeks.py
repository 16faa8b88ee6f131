from collections import Counter
from datetime import date
from athena import memory

texts = memory.recall_episodic(event_type="sms", limit=1000,
                               time_range={"from": "2025-08-01", "to": "2025-09-30"})
weeks = Counter(date.fromisoformat(t.timestamp[:10]).strftime("%G-W%V") for t in texts)
who = Counter(t.session_id[:-11] for t in texts)
{"weeks": weeks, "most": sorted(who, key=lambda name: (-who[name], name))[:3]}
