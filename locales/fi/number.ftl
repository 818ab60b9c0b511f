number-thousand = 1{ "\u00A0" }000
number-ten-thousand = 10{ "\u00A0" }000
