# The language itself, and the choice of one in the foot of every page.

# As its readers call it.
language-name = Français
language-label = Langue
language-choose = Changer de langue
