-- What somebody proves besides, or instead of, a password.
CREATE TABLE totp_secrets (
    user_id      ${uuid}   NOT NULL PRIMARY KEY REFERENCES users (id),
    sealed       ${bytes}  NOT NULL,
    last_step    ${number} NOT NULL,
    created_at   ${time}   NOT NULL,
    last_used_at ${time}   NOT NULL
) ${keyed};

CREATE TABLE recovery_codes (
    user_id    ${uuid}  NOT NULL REFERENCES users (id),
    hash       ${bytes} NOT NULL CHECK (length(hash) = 32),
    created_at ${time}  NOT NULL,
    used_at    ${time},
    PRIMARY KEY (user_id, hash)
) ${keyed};

CREATE TABLE passkeys (
    id              ${uuid}   NOT NULL PRIMARY KEY,
    credential_id   ${bytes}  NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
    user_id         ${uuid}   NOT NULL REFERENCES users (id),
    name            TEXT      NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    attested        ${bytes}  NOT NULL,
    sign_count      ${number} NOT NULL CHECK (sign_count >= 0),
    user_verified   ${flag}   NOT NULL CHECK (user_verified IN (TRUE, FALSE)),
    backup_eligible ${flag}   NOT NULL CHECK (backup_eligible IN (TRUE, FALSE)),
    backed_up       ${flag}   NOT NULL CHECK (backed_up IN (TRUE, FALSE)),
    created_at      ${time}   NOT NULL,
    last_used_at    ${time}
) ${keyed};
CREATE INDEX passkeys_by_user ON passkeys (user_id, created_at);

-- How far a sign-in got: what was proven, and whether a second factor has to follow.
ALTER TABLE login_flows ADD COLUMN method TEXT NOT NULL DEFAULT 'pwd';
ALTER TABLE login_flows ADD COLUMN needs_factor ${flag} NOT NULL DEFAULT FALSE CHECK (needs_factor IN (TRUE, FALSE));
