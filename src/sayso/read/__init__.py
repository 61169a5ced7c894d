"""Reading: from files to documents and the passages their texts are made of.

``find`` takes paths and gives ``Received`` (one document's bytes, with what is known of it) or ``Skipped`` (with one
sentence why), one after another. ``read`` takes one ``Received`` and gives its ``Document`` and its ``Edition``: the
text, its title, byline, outlet, carrier and publication date, each with how it is known, and the tree of passages. It
raises ``UnreadableFile``. Neither looks at any other document, nor at a clock, nor at the network.
"""

from sayso.read.edition import READER, read
from sayso.read.find import find

__all__ = ["READER", "find", "read"]
