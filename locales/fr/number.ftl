# How a thousand and ten thousand are written: other numbers follow them. Spaces as { "\u00A0" }.
number-thousand = 1{ "\u202F" }000
number-ten-thousand = 10{ "\u202F" }000
