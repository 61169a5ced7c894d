"""Store: the case file. Received bytes, records and judgements go in; records come out by name, each write whole.

``Case`` is the file, ``pack`` turns one document's records into rows in the process that read it.
"""

from sayso.store.case import Case
from sayso.store.contents import Hit
from sayso.store.intake import fingerprint
from sayso.store.merging import merge_cases
from sayso.store.packing import Packed, pack

__all__ = ["Case", "Hit", "Packed", "fingerprint", "merge_cases", "pack"]
