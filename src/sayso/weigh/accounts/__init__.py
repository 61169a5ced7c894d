"""Accounts: what each origin says of a matter, with copies folded into what they copy."""
