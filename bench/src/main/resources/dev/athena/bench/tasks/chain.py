from collections import Counter
from athena import memory

people = ["Gao Yuan", "Han Dong", "Li Na", "Lin Jing", "Lin Wei", "Shen Jie", "Xie Fei",
          "Zhang Wei", "Zhao Min", "Zheng Kai", "Zhou Tao"]
chain = ["Shen Jie"]
while len(chain) < 4:
    found = memory.recall_episodic(query=chain[-1], limit=50)
    texts = [e.content for e in found if chain[-1] in e.content]
    seen = Counter(p for p in people if p not in chain for t in texts if p in t)
    chain.append(min(seen, key=lambda p: (-seen[p], p)))
chain
