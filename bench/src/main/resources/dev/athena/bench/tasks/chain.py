from collections import Counter
from athena import memory

people = ["Gao Yuan", "Han Dong", "Li Na", "Lin Jing", "Lin Wei", "Shen Jie", "Xie Fei",
          "Yang Fan", "Zhang Wei", "Zhao Min", "Zheng Kai", "Zhou Tao"]
chain = ["Han Dong"]
while len(chain) < 5:
    notes = memory.recall_episodic(query=chain[-1], event_type="note", limit=25)
    texts = [n.content for n in notes if chain[-1] in n.content]
    seen = Counter(p for p in people if p not in chain for t in texts if p in t)
    chain.append(min(seen, key=lambda p: (-seen[p], p)))
chain
