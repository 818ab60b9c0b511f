DROP TABLE key_checks;
DROP TABLE welcome_links;
