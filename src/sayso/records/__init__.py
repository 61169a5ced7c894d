"""What every part of Sayso speaks: frozen, slotted dataclasses, with no input and no output of their own."""
