# An wen man sich wendet. Jede Meldung ist ein Satz für sich, mehrere stehen hintereinander.

support-manager = Wenden Sie sich an <person>{ $manager }</person> (verwaltet Ihr Konto).
support-administrator = Wenden Sie sich an die Administration von <name>{ $issuer }</name>.
support-write = Schreiben Sie an <link>{ $address }</link>.
support-or-write = Oder schreiben Sie an <link>{ $address }</link>.
support-call = Rufen Sie an: <link>{ $number }</link>.
support-or-call = Oder rufen Sie an: <link>{ $number }</link>.
support-page = Fragen Sie auf der <link>Support-Seite von { $issuer }</link> nach.
support-or-page = Oder fragen Sie auf der <link>Support-Seite von { $issuer }</link> nach.
support-mail-on-trial = Testbetrieb: E-Mails werden nicht gesendet, sondern dort ausgegeben, wo der Server läuft.
support-message-on-trial = Testbetrieb: Die Nachricht wird nicht gesendet, sondern dort ausgegeben, wo der Server läuft.
