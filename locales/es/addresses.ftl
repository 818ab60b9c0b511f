# Direcciones desde las que se puede iniciar sesión.

addresses-for = para <name>{ $account }</name>
addresses-main-list = Lista de la cuenta principal
addresses-approved = Autorizada { $time }. Caduca: { $time-until }.
addresses-revoke = Revocar
addresses-revoke-named = Revocar: { $address }
addresses-revoke-for = Revocar: { $address }, { $account }
addresses-yours = Su dirección actual: <key>{ $address }</key>
addresses-network = Su red: <key>{ $network }</key>. En la mayoría de los dispositivos, la segunda mitad de una dirección de este tipo cambia de un día para otro. Por eso, ponga en la lista la red y no la dirección.
