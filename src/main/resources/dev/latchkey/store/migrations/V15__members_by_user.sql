-- Who somebody is, and where they belong, is asked at every first check of a token: their memberships lie together, and on
-- PostgreSQL all that is asked of them is in the index. Who the members of an organization are is asked by its pages alone.
CREATE TABLE members_anew (
    user_id         ${uuid} NOT NULL REFERENCES users (id),
    organization_id ${uuid} NOT NULL REFERENCES organizations (id),
    role            TEXT    NOT NULL CHECK (length(role) BETWEEN 1 AND 40),
    created_at      ${time} NOT NULL,
    updated_at      ${time} NOT NULL,
    last_used_at    ${time},
    PRIMARY KEY (user_id, organization_id)
    ${on_postgres} INCLUDE (role, created_at, updated_at, last_used_at)
) ${keyed};
INSERT INTO members_anew (user_id, organization_id, role, created_at, updated_at, last_used_at)
SELECT user_id, organization_id, role, created_at, updated_at, last_used_at FROM members ORDER BY user_id, organization_id;
DROP TABLE members;
ALTER TABLE members_anew RENAME TO members;
CREATE INDEX members_by_organization ON members (organization_id, user_id);
CREATE INDEX members_owners ON members (organization_id, user_id) WHERE role = 'owner';
${on_postgres} ALTER TABLE members SET (fillfactor = 90);
