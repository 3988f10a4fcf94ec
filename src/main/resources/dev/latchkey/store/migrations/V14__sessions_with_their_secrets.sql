-- A check or a refresh in a large store costs as many pages as it touches. Cookies and refresh tokens name their session
-- from now on, so what carries a session first is kept with it: a check reads the session alone, and a refresh changes
-- nothing else. What carries it besides has tables of its own.
--
-- refresh_used holds those of the family that were exchanged a moment ago, each with its sealed successor. It has room
-- for one from the beginning, so that a session's row keeps its size.
ALTER TABLE sessions ADD COLUMN cookie_hash ${bytes} CHECK (length(cookie_hash) = 32);
ALTER TABLE sessions ADD COLUMN refresh_hash ${bytes} CHECK (length(refresh_hash) = 32);
ALTER TABLE sessions ADD COLUMN refresh_expires_at ${time};
ALTER TABLE sessions ADD COLUMN refresh_used ${bytes};

-- Cookies and refresh tokens of before name no session, so nobody can show one of these any more.
UPDATE sessions SET revoked_at = last_seen_at, revoke_reason = 'tokens of an earlier form' WHERE revoked_at IS NULL;

DROP TABLE session_cookies;
CREATE TABLE session_cookies (
    session_id ${uuid}  NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    hash       ${bytes} NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (session_id, hash)
) ${keyed};

DROP TABLE refresh_tokens;
CREATE TABLE refresh_families (
    session_id         ${uuid}  NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    family             ${time}  NOT NULL,
    refresh_hash       ${bytes} NOT NULL CHECK (length(refresh_hash) = 32),
    refresh_expires_at ${time}  NOT NULL,
    refresh_used       ${bytes} NOT NULL,
    PRIMARY KEY (session_id, family)
) ${keyed};

${on_postgres} ALTER TABLE sessions SET (fillfactor = 80);
${on_postgres} ALTER TABLE refresh_families SET (fillfactor = 80);
