# Addresses that one may sign in from.

addresses-for = for <name>{ $account }</name>
addresses-main-list = Main account’s list
addresses-approved = Approved { $time }. Until { $time-until }.
addresses-revoke = Revoke
addresses-revoke-named = Revoke: { $address }
addresses-revoke-for = Revoke: { $address }, { $account }
addresses-yours = Your IP address now: <key>{ $address }</key>
addresses-network = Your network: <key>{ $network }</key>. Most devices change the second half of such an address from day to day, so put the network on the list, not the address.

# The list of an account.
addresses-title = Allowed IP addresses
addresses-on = You can sign in only from these addresses. The list is checked for every page that you open, so a stolen session does not work anywhere else. It does not replace two-factor authentication.
addresses-off = You can sign in from anywhere. With a list, you can sign in only from the addresses on it. The list is checked for every page that you open, so a stolen session does not work anywhere else. It does not replace two-factor authentication.
addresses-list = The list
addresses-field = IP addresses and networks
addresses-field-hint = One per line, for example 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32. Leave it empty to allow sign-in from anywhere.
# Before a list of addresses.
addresses-used = You have signed in from:
addresses-change = Many homes and phones change their IP address every day. If you sign in from another address, we e-mail you a link that approves it for 30 days.
addresses-save = Save
addresses-back = Back to Security
addresses-shut-out = Your address now, { $address }, is not on this list, so you would lock yourself out. Add { $place }.
addresses-saved = From now on you can sign in only from these addresses.
addresses-saved-empty = You can sign in from anywhere.
addresses-help = What allowed IP addresses are

# Addresses that a link in an e-mail approved.
addresses-approved-title = Approved by e-mail
addresses-approved-about = You can sign in from these addresses, too. When you revoke one, your sessions there end.
addresses-forget = Forget approved addresses
addresses-revoked = The address is revoked.
addresses-revoked-before = This address was no longer approved.
addresses-forgotten = No other address is approved any more.
