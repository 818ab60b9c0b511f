DROP INDEX accounts_by_email;
DROP TABLE password_requests;
DROP TABLE password_links;
