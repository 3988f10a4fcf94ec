-- What the server keeps for itself.
CREATE TABLE signing_keys (
    id         TEXT     NOT NULL PRIMARY KEY,
    algorithm  TEXT     NOT NULL CHECK (algorithm IN ('ES256', 'RS256')),
    sealed_jwk ${bytes} NOT NULL,
    created_at ${time}  NOT NULL
) ${keyed};

CREATE TABLE one_times (
    hash       ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    expires_at ${time}  NOT NULL
) ${keyed};
CREATE INDEX one_times_by_end ON one_times (expires_at);

-- No foreign keys: what happened outlives whom it happened to.
CREATE TABLE audit_events (
    id              ${uuid} NOT NULL PRIMARY KEY,
    at              ${time} NOT NULL,
    kind            TEXT    NOT NULL,
    actor_id        ${uuid},
    subject_id      ${uuid},
    organization_id ${uuid},
    address         TEXT    NOT NULL,
    user_agent      TEXT    NOT NULL,
    request_id      TEXT    NOT NULL,
    door            TEXT    NOT NULL,
    detail          TEXT    NOT NULL
) ${keyed};
CREATE INDEX audit_events_by_time ON audit_events (at);

CREATE TABLE mails (
    id         ${uuid}   NOT NULL PRIMARY KEY,
    sealed     ${bytes}  NOT NULL,
    attempts   ${number} NOT NULL CHECK (attempts >= 0),
    created_at ${time}   NOT NULL,
    due_at     ${time}   NOT NULL
) ${keyed};
CREATE INDEX mails_by_due ON mails (due_at);
