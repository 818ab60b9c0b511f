# The language itself, and the choice of one in the foot of every page.

# As its readers call it.
language-name = English
language-label = Language
language-choose = Change language
