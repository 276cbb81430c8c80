"""Marks every occurrence of a word."""

import attache

# The script is run once for each instance of the plugin, so what stands here is its constructor.
word = attache.settings["word"]
if not word:
    raise attache.Error('"word" must not be empty')


def annotate(document):
    """Called for each document; whatever is raised rejects that document with its message."""
    found = document.write("@LAYER@_found")
    text = document.text
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        found.add(start, end, number=len(found) + 1)
        start = text.find(word, end)
