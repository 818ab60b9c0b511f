# Long lists.

list-pages = Pages
list-first = Première page
list-next = Page suivante
