"""Report: the folder of pages that a case comes to, and the evidence pack of one event."""
