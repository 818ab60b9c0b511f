list-pages = Sivut
list-first = Ensimmäinen sivu
list-next = Seuraava sivu
