-- What costs the same for ten thousand users costs more for ten million when it touches pages here and there: so a refresh
-- touches only those of the token and of its successor. Refresh tokens end no later than their session, and are removed
-- before it; to hang on it as well took an index, and a lock on the session's row at every refresh. One that is left
-- behind is good for nothing, since its session is asked for.
CREATE TABLE refresh_tokens_alone (
    hash             ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    session_id       ${uuid}  NOT NULL,
    created_at       ${time}  NOT NULL,
    expires_at       ${time}  NOT NULL,
    used_at          ${time},
    sealed_successor ${bytes},
    CHECK ((used_at IS NULL) = (sealed_successor IS NULL))
) ${keyed};
INSERT INTO refresh_tokens_alone (hash, session_id, created_at, expires_at, used_at, sealed_successor)
SELECT hash, session_id, created_at, expires_at, used_at, sealed_successor FROM refresh_tokens ORDER BY hash;
DROP TABLE refresh_tokens;
ALTER TABLE refresh_tokens_alone RENAME TO refresh_tokens;
CREATE INDEX refresh_tokens_by_end ON refresh_tokens (expires_at);

-- PostgreSQL writes a changed row anew. When its page has room, that page is all that changes; when it has none, so does
-- every index of the table. A refresh token is changed once, when it is used, and doubles then: it holds its successor
-- from there on.
${on_postgres} ALTER TABLE users SET (fillfactor = 90);
${on_postgres} ALTER TABLE members SET (fillfactor = 90);
${on_postgres} ALTER TABLE sessions SET (fillfactor = 90);
${on_postgres} ALTER TABLE api_tokens SET (fillfactor = 90);
${on_postgres} ALTER TABLE refresh_tokens SET (fillfactor = 50);
${on_postgres} ALTER TABLE client_refresh_tokens SET (fillfactor = 50);

-- SQLite takes no index by its condition alone.
DROP INDEX users_administrators;
CREATE INDEX users_administrators ON users (administrator, number) WHERE administrator = TRUE;
