"""Writes the labels of a corpus so that `npm run learn` can read them, a block a line: label, picture, letters.

usage: labels.py CORPUS BENCH OUT
  CORPUS  docs.json, the pages, labels/ID.txt
  BENCH   the folder of score.py, which knows what a block is
  OUT     gets ID.tsv, and the page beside it, unpacked
"""
import gzip, json, os, sys

sys.dont_write_bytecode = True
corpus, bench, out = sys.argv[1:4]
sys.path.insert(0, bench)
import score, seg

for doc in json.load(open(os.path.join(corpus, "docs.json"))):
    blocks, _ = score.load_blocks(corpus, doc)
    labels = score.load_labels(os.path.join(corpus, "labels", doc["id"] + ".txt"), len(blocks))
    with open(os.path.join(out, doc["id"] + ".tsv"), "w") as file:
        for (text, pictures), label in zip(blocks, labels):
            picture = pictures[0] if pictures and not seg.norm(text) else ""
            file.write(f"{label}\t{picture}\t{seg.norm(text)}\n")
    with open(os.path.join(out, f"{doc['id']}.{doc['kind']}"), "wb") as file:
        file.write(gzip.open(os.path.join(corpus, doc["path"])).read())
