"""What a plugin written in Python sees of Attaché. The module itself is in the host; this file is for readers and editors.

The script is run once for each instance of the plugin, as a module of its own, and has these functions:

    annotator   annotate(document: Document)
    reader      read(record: bytes, document: Document)
                split(data: bytes, at_end: bool) -> tuple[int, int] | None, if the manifest has `splits = true`: how many
                bytes to skip and how many the first record has, or None if there is no whole record yet
    exporter    consume(document: Document, output: Output) for each document, and finish(output: Output)

What they raise rejects the document at hand, with its message.
"""

import datetime
from collections.abc import Buffer, Iterator, Sequence

Value = int | float | str | datetime.date | None

class Error(Exception):
    """Raised to reject the document at hand, or to refuse a setting, with just this message."""

class HostFailure(Error):
    """Raised when a call of the host failed; the host keeps the reason, and the document is rejected with it."""

    status: int

class Skip(Exception):
    """Raised by a reader when a record holds no document, by design; says why."""

class Fatal(Exception):
    """Raised when the run must not go on; says why."""

class Settings:
    """The settings that the manifest declares, while the script is loaded."""

    def __getitem__(self, key: str) -> bool | int | float | str | list[str]: ...

settings: Settings

def resource(name: str) -> memoryview:
    """While the script is loaded: the bytes of a file that the manifest lists under `resources`, mapped and good for the life
    of the process; str(resource("words.txt"), "utf-8") is its text."""

class Column(Buffer):
    """A column of a layer: a sequence of its values, None where there is none.

    Numbers, days and references can also be had without copying, as memoryview(column) or numpy.asarray(column), until the
    call returns: int64 (days since 1970-01-01), float64, or uint32 for references, with -2**63, NaN and 2**32-1 for "no value".
    """

    def __len__(self) -> int: ...
    def __getitem__(self, row: int) -> Value: ...

class Row:
    """One row of a layer."""

    number: int
    start: int
    """Position in document.text, which counts characters."""
    end: int
    text: str
    """document.text[start:end]"""
    def __getitem__(self, column: str) -> Value:
        """The value in this column, None if it has none; for a reference the number of the row."""

class Layer:
    """The rows of a layer: layer[0] is a Row, layer["column"] a Column."""

    name: str
    producer: str
    """"NAME VERSION" of the plugin that wrote it."""
    start: Column
    """Offsets in UTF-8 bytes, as the host has them."""
    end: Column
    def __len__(self) -> int: ...
    def __getitem__(self, row: int | str) -> Row | Column: ...

class Writer:
    """Collects rows of a layer; the host takes all or none when the call returns."""

    def add(self, start: int, end: int, **values: Value | Row) -> int:
        """Appends a row over document.text[start:end], with a value for each column named; returns its number."""

    def extend(self, start: Sequence[int] | Buffer, end: Sequence[int] | Buffer, **columns: Sequence[Value] | Buffer) -> None:
        """Appends many rows: equally long sequences or NumPy arrays. Offsets are UTF-8 bytes, as in layer.start."""

    def __len__(self) -> int: ...

class Document:
    """One document, good until the call that was given it returns."""

    text: str
    """All positions count its characters."""
    def field(self, key: str) -> str | None:
        """A metadata field such as "id", "title" or "published"."""

    def read(self, layer: str) -> Layer:
        """A layer that the manifest lists under `reads`."""

    def write(self, layer: str) -> Writer:
        """Annotators: a writer for a layer that the manifest lists under `writes`."""

    def remark(self, message: str) -> None:
        """Leaves a remark in the run's record: something odd that did not stop the plugin."""

    def position(self, byte_offset: int) -> int:
        """The position at a UTF-8 byte offset."""

    def byte_offset(self, position: int) -> int:
        """The UTF-8 byte offset of a position."""

    def set_text(self, text: str) -> None:
        """Readers: sets the text, once."""

    def set_field(self, key: str, value: str) -> None:
        """Readers: sets a metadata field."""

class Output(Iterator[tuple[bytes, bytes]]):
    """An exporter's files, spool and figures. In `finish`, iterating gives what was put into the spool as (key, value), ordered
    by the bytes of the key, equal keys in the order in which they were put."""

    def write(self, file: str, data: str | bytes) -> None:
        """Appends to a file that the manifest lists under `files`."""

    def read_file(self, file: str) -> bytes:
        """In `finish`: a file that the manifest lists under `reads_files`."""

    def put(self, key: str | bytes, value: str | bytes) -> None:
        """Keeps a record on disk, so that memory does not grow with the run."""

    def figure(self, name: str, value: int) -> None:
        """A number for the table at the end of the run."""

    def __iter__(self) -> Output: ...
    def __next__(self) -> tuple[bytes, bytes]: ...
