# Addresses that one may sign in from.

addresses-for = for <name>{ $account }</name>
addresses-main-list = Main account’s list
addresses-approved = Approved { $time }. Until { $time-until }.
addresses-revoke = Revoke
addresses-revoke-named = Revoke: { $address }
addresses-revoke-for = Revoke: { $address }, { $account }
addresses-yours = Your address now: <key>{ $address }</key>
addresses-network = Your network: <key>{ $network }</key>. Most devices change the second half of such an address from day to day, so put the network on the list, not the address.
