# Listas largas.

list-pages = Páginas
list-first = Primera página
list-next = Página siguiente
