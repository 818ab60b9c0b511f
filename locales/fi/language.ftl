language-name = Suomi
language-label = Kieli
language-choose = Vaihda kieli
