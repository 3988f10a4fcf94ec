-- A session's row is long. SQLite keeps rows that have a key of their own in the inner pages of their tree as well, eight to
-- a page: seven pages deep for ten million. By a whole number it is four, two of them for nothing but numbers. So a session
-- is named by one, which its UUID tells; and it knows its user's number, which spares the way through another index.
--
-- A UUID of before tells no such number: whoever is signed in signs in once more, and what clients hold for a session that
-- is over ends with it.
DROP TABLE session_cookies;
DROP TABLE refresh_families;
DROP TABLE authorization_codes;
DROP TABLE logout_notices;
DROP TABLE sessions;

CREATE TABLE sessions (
    id                 ${number} NOT NULL PRIMARY KEY CHECK (id > 0),
    user_id            ${uuid}   NOT NULL REFERENCES users (id),
    user_number        ${number} NOT NULL,
    organization_id    ${uuid}   REFERENCES organizations (id),
    created_at         ${time}   NOT NULL,
    authenticated_at   ${time}   NOT NULL,
    method             TEXT      NOT NULL,
    expires_at         ${time}   NOT NULL,
    last_seen_at       ${time}   NOT NULL,
    revoked_at         ${time},
    revoke_reason      TEXT,
    address            TEXT      NOT NULL,
    user_agent         TEXT      NOT NULL,
    door               TEXT      NOT NULL,
    cookie_hash        ${bytes}  CHECK (length(cookie_hash) = 32),
    refresh_hash       ${bytes}  CHECK (length(refresh_hash) = 32),
    refresh_expires_at ${time},
    refresh_used       ${bytes}
) ${rows};
CREATE INDEX sessions_live ON sessions (user_id, created_at) WHERE revoked_at IS NULL;
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE session_cookies (
    session_id ${number} NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    hash       ${bytes}  NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (session_id, hash)
) ${keyed};

CREATE TABLE refresh_families (
    session_id         ${number} NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    family             ${number} NOT NULL,
    refresh_hash       ${bytes}  NOT NULL CHECK (length(refresh_hash) = 32),
    refresh_expires_at ${time}   NOT NULL,
    refresh_used       ${bytes}  NOT NULL,
    PRIMARY KEY (session_id, family)
) ${keyed};

CREATE TABLE authorization_codes (
    hash         ${bytes}  NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    client_id    TEXT      NOT NULL,
    redirect_uri TEXT      NOT NULL,
    session_id   ${number} NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    scope        TEXT      NOT NULL,
    claims       TEXT      NOT NULL DEFAULT '',
    nonce        TEXT,
    challenge    TEXT,
    created_at   ${time}   NOT NULL,
    expires_at   ${time}   NOT NULL,
    used_at      ${time}
) ${keyed};
CREATE INDEX authorization_codes_by_session ON authorization_codes (session_id);
CREATE INDEX authorization_codes_by_end ON authorization_codes (expires_at);

CREATE TABLE logout_notices (
    id         ${uuid}   NOT NULL PRIMARY KEY,
    client_id  TEXT      NOT NULL,
    user_id    ${uuid}   NOT NULL,
    session_id ${number} NOT NULL,
    attempts   ${number} NOT NULL CHECK (attempts >= 0),
    created_at ${time}   NOT NULL,
    due_at     ${time}   NOT NULL
) ${keyed};
CREATE INDEX logout_notices_by_due ON logout_notices (due_at);

UPDATE client_grants SET revoked_at = created_at
 WHERE session_id IS NOT NULL AND offline = FALSE AND revoked_at IS NULL;
DROP INDEX client_grants_by_session;
ALTER TABLE client_grants DROP COLUMN session_id;
ALTER TABLE client_grants ADD COLUMN session_id ${number};
CREATE INDEX client_grants_by_session ON client_grants (session_id);

${on_postgres} ALTER TABLE sessions SET (fillfactor = 80);
${on_postgres} ALTER TABLE refresh_families SET (fillfactor = 80);
