# Lange Listen.

list-pages = Seiten
list-first = Erste Seite
list-next = Nächste Seite
