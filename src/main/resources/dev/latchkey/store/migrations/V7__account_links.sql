-- Links that are mailed to people who forgot a password or want another address.

CREATE TABLE reset_tokens (
    hash       ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    user_id    ${uuid}  NOT NULL REFERENCES users (id),
    email_key  TEXT     NOT NULL,
    created_at ${time}  NOT NULL,
    expires_at ${time}  NOT NULL,
    used_at    ${time}
) ${keyed};
CREATE INDEX reset_tokens_unused ON reset_tokens (user_id) WHERE used_at IS NULL;
CREATE INDEX reset_tokens_by_end ON reset_tokens (expires_at);

CREATE TABLE email_changes (
    hash       ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    user_id    ${uuid}  NOT NULL REFERENCES users (id),
    email      TEXT     NOT NULL,
    email_key  TEXT     NOT NULL,
    created_at ${time}  NOT NULL,
    expires_at ${time}  NOT NULL,
    used_at    ${time}
) ${keyed};
CREATE INDEX email_changes_unused ON email_changes (user_id) WHERE used_at IS NULL;
CREATE INDEX email_changes_by_end ON email_changes (expires_at);
