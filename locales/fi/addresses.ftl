addresses-for = tilille <name>{ $account }</name>
addresses-main-list = Päätilin luettelo
addresses-approved = Hyväksytty { $time }. Hyväksyntä päättyy { $time-until }.
addresses-revoke = Mitätöi
addresses-revoke-named = Mitätöi: { $address }
addresses-revoke-for = Mitätöi: { $address }, { $account }
addresses-yours = Osoitteesi nyt: <key>{ $address }</key>
addresses-network = Verkkosi: <key>{ $network }</key>. Useimmilla laitteilla tällaisen osoitteen loppuosa vaihtuu päivittäin, joten lisää luetteloon verkko, älä osoitetta.
