# Long lists.

list-pages = Pages
list-first = First page
list-next = Next page
