DROP TABLE policies;
ALTER TABLE accounts DROP COLUMN set_up_forced;
