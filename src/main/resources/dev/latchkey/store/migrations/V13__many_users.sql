-- PostgreSQL writes a changed row anew. When its page has room, that page is all that changes; when it has none, so does
-- every index of the table, at a random place each: with millions of rows that is what a sign-in or a refresh waits for.
-- A refresh token is changed once, when it is used, and doubles then: it holds its successor from there on.
${on_postgres} ALTER TABLE users SET (fillfactor = 90);
${on_postgres} ALTER TABLE members SET (fillfactor = 90);
${on_postgres} ALTER TABLE sessions SET (fillfactor = 90);
${on_postgres} ALTER TABLE api_tokens SET (fillfactor = 90);
${on_postgres} ALTER TABLE refresh_tokens SET (fillfactor = 50);
${on_postgres} ALTER TABLE client_refresh_tokens SET (fillfactor = 50);

-- SQLite takes no index by its condition alone.
DROP INDEX users_administrators;
CREATE INDEX users_administrators ON users (administrator, number) WHERE administrator = TRUE;
