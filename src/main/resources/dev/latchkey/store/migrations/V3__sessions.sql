-- Sign-ins, and everything that carries or leads to one. Secrets are kept as SHA-256 only.
CREATE TABLE sessions (
    id               ${uuid} NOT NULL PRIMARY KEY,
    user_id          ${uuid} NOT NULL REFERENCES users (id),
    organization_id  ${uuid} REFERENCES organizations (id),
    created_at       ${time} NOT NULL,
    authenticated_at ${time} NOT NULL,
    method           TEXT    NOT NULL,
    expires_at       ${time} NOT NULL,
    last_seen_at     ${time} NOT NULL,
    revoked_at       ${time},
    revoke_reason    TEXT,
    address          TEXT    NOT NULL,
    user_agent       TEXT    NOT NULL,
    door             TEXT    NOT NULL
) ${keyed};
CREATE INDEX sessions_live ON sessions (user_id, created_at) WHERE revoked_at IS NULL;
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE session_cookies (
    hash       ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    session_id ${uuid}  NOT NULL REFERENCES sessions (id) ON DELETE CASCADE
) ${keyed};
CREATE INDEX session_cookies_by_session ON session_cookies (session_id);

CREATE TABLE refresh_tokens (
    hash             ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    session_id       ${uuid}  NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    created_at       ${time}  NOT NULL,
    expires_at       ${time}  NOT NULL,
    used_at          ${time},
    sealed_successor ${bytes},
    CHECK ((used_at IS NULL) = (sealed_successor IS NULL))
) ${keyed};
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_by_end ON refresh_tokens (expires_at);

CREATE TABLE login_flows (
    hash       ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    user_id    ${uuid}  NOT NULL REFERENCES users (id),
    return_to  TEXT,
    created_at ${time}  NOT NULL,
    expires_at ${time}  NOT NULL,
    used_at    ${time}
) ${keyed};
CREATE INDEX login_flows_unused ON login_flows (user_id) WHERE used_at IS NULL;
CREATE INDEX login_flows_by_end ON login_flows (expires_at);

CREATE TABLE authorization_codes (
    hash         ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    client_id    TEXT     NOT NULL,
    redirect_uri TEXT     NOT NULL,
    session_id   ${uuid}  NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    scope        TEXT     NOT NULL,
    nonce        TEXT,
    challenge    TEXT,
    created_at   ${time}  NOT NULL,
    expires_at   ${time}  NOT NULL,
    used_at      ${time}
) ${keyed};
CREATE INDEX authorization_codes_by_session ON authorization_codes (session_id);
CREATE INDEX authorization_codes_by_end ON authorization_codes (expires_at);

CREATE TABLE api_tokens (
    id              ${uuid}  NOT NULL PRIMARY KEY,
    hash            ${bytes} NOT NULL UNIQUE CHECK (length(hash) = 32),
    shown           TEXT     NOT NULL,
    user_id         ${uuid}  NOT NULL REFERENCES users (id),
    name            TEXT     NOT NULL,
    organization_id ${uuid}  REFERENCES organizations (id),
    created_at      ${time}  NOT NULL,
    expires_at      ${time},
    revoked_at      ${time},
    last_used_at    ${time},
    UNIQUE (user_id, shown)
) ${keyed};
