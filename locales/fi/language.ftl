language-name = Suomi
language-direction = ltr
language-label = Kieli
language-choose = Vaihda kieli
