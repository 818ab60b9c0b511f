# Die Sprache selbst, und die Wahl einer Sprache unten auf jeder Seite.

# In der Sprache selbst.
language-name = Deutsch
language-label = Sprache
language-choose = Sprache ändern
