"""Reads a title in the first line and the text after it."""

import attache


def read(record, document):
    """Called for each record, in bytes; an input is one record unless the manifest has `splits = true`."""
    title, end_of_line, text = record.decode("utf-8").partition("\n")
    if not end_of_line:
        raise attache.Error("there is no line after the title")
    document.set_field("title", title)
    document.set_text(text)
