"""Opening zipped formats without being overrun: sizes, ratios and names are checked first."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from desktop_app.domain.errors import UnreadableFile

LARGEST = 512 * 1024 * 1024
_LARGEST_RATIO = 250
_RATIO_FROM = 8 * 1024 * 1024
MOST_ENTRIES = 20_000


def open_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive of some bytes; UnreadableFile where it is damaged, or unpacks to more than is sane."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(file=name, reason="is a damaged archive.") from error
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFile(file=name, reason=f"holds more than {MOST_ENTRIES:,} files; unpack it first.")
    if size > LARGEST or (size > _RATIO_FROM and size > _LARGEST_RATIO * len(data)):
        raise UnreadableFile(
            file=name, reason="unpacks to far more than it should (a zip bomb?); not opened."
        )
    return archive


def member(archive: zipfile.ZipFile, entry: str | zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of an entry; never more than it declares. UnreadableFile where it is locked or damaged.

    Two entries may share a name, so that only a ZipInfo says which one is meant.
    """
    try:
        info = archive.getinfo(entry) if isinstance(entry, str) else entry
        with archive.open(info) as stream:
            return stream.read(info.file_size)
    except KeyError as error:
        raise UnreadableFile(file=name, reason=f"has no {entry} inside.") from error
    except RuntimeError as error:
        raise UnreadableFile(file=name, reason="is locked by a password.") from error
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
        raise UnreadableFile(file=name, reason=f"is damaged ({info.filename}).") from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise UnreadableFile(file=name, reason=f"is damaged ({info.filename}).") from error


def xml_of(data: bytes, name: str) -> Element:
    """The root of an XML document; entities and external references are refused."""
    try:
        root: Element = fromstring(data)
    except DefusedXmlException as error:
        raise UnreadableFile(file=name, reason="holds XML entities, which are not opened.") from error
    except (ParseError, ValueError) as error:
        raise UnreadableFile(file=name, reason="is damaged (its XML cannot be read).") from error
    return root
