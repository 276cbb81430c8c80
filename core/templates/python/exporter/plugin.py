"""Lists each document with its number of sentences."""

sentences = 0


def consume(document, output):
    """Called for each document, in input order."""
    global sentences
    count = len(document.read("sentence"))
    output.write("@NAME@.tsv", f"{document.field('id')}\t{count}\n")
    sentences += count


def finish(output):
    """Called once, at the end. A file that nothing was written to is made here."""
    output.write("@NAME@.tsv", "")
    output.figure("@NAME@: sentences", sentences)
