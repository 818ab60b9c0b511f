# Un código enviado por SMS o llamada.

sent-code-works = El código caduca dentro de { $time }.
sent-nothing-wait = ¿No ha llegado nada? Podrá volver a pedirlo dentro de { $wait }. Si recarga esta página, no se envía nada.
sent-nothing = ¿No ha llegado nada? Vuelva a pedirlo.
sent-nothing-other-way = ¿No ha llegado nada? Vuelva a pedirlo o pruebe la otra opción.
sent-same-code = Recibirá el mismo código.
