DROP TABLE approval_links;
DROP TABLE approved_addresses;
DROP TABLE allow_lists;
