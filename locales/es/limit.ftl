# Se ha alcanzado un límite de envíos.

# Códigos por SMS, llamada o correo.
limit-codes-recipient-hour = Se han enviado demasiados códigos a este número o dirección. Podrá pedir otro, como muy tarde, dentro de una hora. Mientras tanto, use un código de recuperación o pida ayuda.
limit-codes-recipient-day = Se han enviado demasiados códigos a este número o dirección. Podrá pedir otro, como muy tarde, dentro de un día. Mientras tanto, use un código de recuperación o pida ayuda.
limit-codes-main-account-day = Se han enviado demasiados códigos a las cuentas de su organización. Podrá pedir otro, como muy tarde, dentro de un día. Mientras tanto, use un código de recuperación o pida ayuda.
limit-codes-account-hour = Le hemos enviado demasiados códigos. Podrá pedir otro, como muy tarde, dentro de una hora. Mientras tanto, use un código de recuperación o pida ayuda.
limit-codes-account-day = Le hemos enviado demasiados códigos. Podrá pedir otro, como muy tarde, dentro de un día. Mientras tanto, use un código de recuperación o pida ayuda.
limit-codes-network-hour = Se han pedido demasiados códigos desde su red. Podrá pedir otro, como muy tarde, dentro de una hora. Mientras tanto, use un código de recuperación o pida ayuda.
limit-codes-instance-day = Hoy se han enviado demasiados códigos y de momento no se pueden enviar más. Use un código de recuperación o pida ayuda.

# Correos que una persona envía a otras.
limit-emails-sender-hour = Ha enviado demasiados correos. Podrá enviar más, como muy tarde, dentro de una hora.
limit-emails-sender-day = Ha enviado demasiados correos. Podrá enviar más, como muy tarde, dentro de un día.
limit-emails-recipient-hour = Se han enviado demasiados correos a esta dirección. Podrá enviar otro, como muy tarde, dentro de una hora.
limit-emails-recipient-day = Se han enviado demasiados correos a esta dirección. Podrá enviar otro, como muy tarde, dentro de un día.
limit-emails-main-account-day = Se han enviado demasiados correos para sus cuentas. Podrá enviar más, como muy tarde, dentro de un día.
limit-emails-instance-day = Hoy se han enviado demasiados correos y de momento no se pueden enviar más. Inténtelo de nuevo mañana.
