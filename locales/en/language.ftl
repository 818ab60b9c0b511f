# The language itself, and the choice of one in the foot of every page.

# As its readers call it.
language-name = English
# Which way it is written: ltr or rtl.
language-direction = ltr
language-label = Language
language-choose = Change language
