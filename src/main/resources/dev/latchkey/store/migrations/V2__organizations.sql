-- Tenants, who belongs to them, who may join.
CREATE TABLE organizations (
    id          ${uuid} NOT NULL PRIMARY KEY,
    name        TEXT    NOT NULL,
    slug        TEXT    NOT NULL UNIQUE,
    description TEXT    NOT NULL,
    created_at  ${time} NOT NULL,
    updated_at  ${time} NOT NULL
) ${keyed};

CREATE TABLE organization_domains (
    domain          TEXT    NOT NULL,
    organization_id ${uuid} NOT NULL REFERENCES organizations (id),
    PRIMARY KEY (domain, organization_id)
) ${keyed};

CREATE TABLE members (
    organization_id ${uuid} NOT NULL REFERENCES organizations (id),
    user_id         ${uuid} NOT NULL REFERENCES users (id),
    role            TEXT    NOT NULL CHECK (length(role) BETWEEN 1 AND 40),
    created_at      ${time} NOT NULL,
    updated_at      ${time} NOT NULL,
    last_used_at    ${time},
    PRIMARY KEY (organization_id, user_id)
) ${keyed};
CREATE INDEX members_by_user ON members (user_id);
CREATE INDEX members_owners ON members (organization_id, user_id) WHERE role = 'owner';

CREATE TABLE invitations (
    id              ${uuid}  NOT NULL PRIMARY KEY,
    hash            ${bytes} NOT NULL UNIQUE CHECK (length(hash) = 32),
    organization_id ${uuid}  NOT NULL REFERENCES organizations (id),
    email           TEXT     NOT NULL,
    email_key       TEXT     NOT NULL,
    role            TEXT     NOT NULL CHECK (length(role) BETWEEN 1 AND 40),
    invited_by      ${uuid}  REFERENCES users (id),
    created_at      ${time}  NOT NULL,
    expires_at      ${time}  NOT NULL,
    used_at         ${time},
    used_by         ${uuid}  REFERENCES users (id)
) ${keyed};
CREATE INDEX invitations_by_organization ON invitations (organization_id, created_at);
CREATE INDEX invitations_by_end ON invitations (expires_at);
