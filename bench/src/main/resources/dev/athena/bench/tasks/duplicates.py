from athena import memory

facts = memory.recall_semantic("phone number", tags=["regular"], limit=100)
known = {f.content for f in facts}
twice = [f for f in facts if " is 1" in f.content
         and f.content.replace(" is 1", " is +861") in known]
removed = sum(memory.forget(id=f.id).semantic for f in twice)
{"forgotten": sorted(f.content for f in twice), "removed": removed, "left": len(facts) - len(twice)}
