-- Who somebody is. Keys (email_key, user_name_key) are what is compared: NFKC, lower case.
CREATE TABLE users (
    number            ${serial},
    id                ${uuid}  NOT NULL UNIQUE,
    email             TEXT     NOT NULL,
    email_key         TEXT     NOT NULL UNIQUE,
    user_name         TEXT,
    user_name_key     TEXT     UNIQUE,
    first_name        TEXT     NOT NULL,
    last_name         TEXT     NOT NULL,
    status            TEXT     NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
    administrator     ${flag}  NOT NULL CHECK (administrator IN (TRUE, FALSE)),
    email_verified_at ${time},
    avatar_url        TEXT,
    password_hash     TEXT,
    created_at        ${time}  NOT NULL,
    updated_at        ${time}  NOT NULL,
    last_login_at     ${time},
    CHECK ((user_name IS NULL) = (user_name_key IS NULL))
) ${rows};

CREATE TABLE identities (
    issuer     TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    user_id    ${uuid} NOT NULL REFERENCES users (id),
    created_at ${time} NOT NULL,
    PRIMARY KEY (issuer, subject)
) ${keyed};
CREATE INDEX identities_by_user ON identities (user_id);

CREATE TABLE setup_links (
    hash       ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    expires_at ${time}  NOT NULL,
    used_at    ${time}
) ${keyed};
CREATE INDEX setup_links_by_end ON setup_links (expires_at);

CREATE TABLE verification_tokens (
    hash       ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    user_id    ${uuid}  NOT NULL REFERENCES users (id),
    email_key  TEXT     NOT NULL,
    created_at ${time}  NOT NULL,
    expires_at ${time}  NOT NULL,
    used_at    ${time}
) ${keyed};
CREATE INDEX verification_tokens_unused ON verification_tokens (user_id) WHERE used_at IS NULL;
CREATE INDEX verification_tokens_by_end ON verification_tokens (expires_at);
