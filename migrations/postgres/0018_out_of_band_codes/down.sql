DROP TABLE code_delivery_turns;
DROP TABLE code_deliveries;
DROP TABLE out_of_band_codes;
