-- Applications that sign people in here, what they were given, and whom to tell that a session ended.
CREATE TABLE clients (
    id                     TEXT     NOT NULL PRIMARY KEY,
    name                   TEXT     NOT NULL,
    proof                  TEXT     NOT NULL CHECK (proof IN ('NONE', 'SECRET', 'PRIVATE_KEY')),
    secret_hash            ${bytes} CHECK (length(secret_hash) = 32),
    jwks                   TEXT,
    id_token_algorithm     TEXT     NOT NULL,
    redirect_uris          TEXT     NOT NULL,
    post_logout_uris       TEXT     NOT NULL,
    back_channel_logout_uri TEXT,
    grants                 TEXT     NOT NULL,
    audience               TEXT,
    scopes                 TEXT     NOT NULL,
    trusted                ${flag}  NOT NULL CHECK (trusted IN (TRUE, FALSE)),
    resource_server        ${flag}  NOT NULL CHECK (resource_server IN (TRUE, FALSE)),
    created_at             ${time}  NOT NULL,
    updated_at             ${time}  NOT NULL,
    CHECK ((proof = 'SECRET') = (secret_hash IS NOT NULL)),
    CHECK ((proof = 'PRIVATE_KEY') = (jwks IS NOT NULL))
) ${keyed};

-- No foreign key to sessions: with offline_access a grant outlives its session. None to clients: the
-- doors of this server are clients, too, and stand in no table.
CREATE TABLE client_grants (
    id               ${uuid}  NOT NULL PRIMARY KEY,
    client_id        TEXT     NOT NULL,
    user_id          ${uuid}  REFERENCES users (id),
    session_id       ${uuid},
    offline          ${flag}  NOT NULL CHECK (offline IN (TRUE, FALSE)),
    scope            TEXT     NOT NULL,
    claims           TEXT     NOT NULL,
    nonce            TEXT,
    authenticated_at ${time},
    method           TEXT     NOT NULL,
    code_hash        ${bytes} UNIQUE CHECK (length(code_hash) = 32),
    created_at       ${time}  NOT NULL,
    expires_at       ${time}  NOT NULL,
    revoked_at       ${time}
) ${keyed};
CREATE INDEX client_grants_by_client ON client_grants (client_id);
CREATE INDEX client_grants_by_user ON client_grants (user_id);
CREATE INDEX client_grants_by_session ON client_grants (session_id);
CREATE INDEX client_grants_by_end ON client_grants (expires_at);

CREATE TABLE client_refresh_tokens (
    hash             ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    grant_id         ${uuid}  NOT NULL REFERENCES client_grants (id) ON DELETE CASCADE,
    created_at       ${time}  NOT NULL,
    expires_at       ${time}  NOT NULL,
    used_at          ${time},
    sealed_successor ${bytes},
    CHECK ((used_at IS NULL) = (sealed_successor IS NULL))
) ${keyed};
CREATE INDEX client_refresh_tokens_by_grant ON client_refresh_tokens (grant_id);
CREATE INDEX client_refresh_tokens_by_end ON client_refresh_tokens (expires_at);

CREATE TABLE consents (
    user_id   ${uuid} NOT NULL REFERENCES users (id),
    client_id TEXT    NOT NULL,
    scopes    TEXT    NOT NULL,
    given_at  ${time} NOT NULL,
    PRIMARY KEY (user_id, client_id)
) ${keyed};
CREATE INDEX consents_by_client ON consents (client_id);

CREATE TABLE logout_notices (
    id         ${uuid}   NOT NULL PRIMARY KEY,
    client_id  TEXT      NOT NULL,
    user_id    ${uuid}   NOT NULL,
    session_id ${uuid}   NOT NULL,
    attempts   ${number} NOT NULL CHECK (attempts >= 0),
    created_at ${time}   NOT NULL,
    due_at     ${time}   NOT NULL
) ${keyed};
CREATE INDEX logout_notices_by_due ON logout_notices (due_at);

ALTER TABLE authorization_codes ADD COLUMN claims TEXT NOT NULL DEFAULT '';

-- Since when a key signs; null for those made before keys rotated, which signed at once.
ALTER TABLE signing_keys ADD COLUMN signs_from ${time};
