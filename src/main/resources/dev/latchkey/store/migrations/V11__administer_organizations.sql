-- Organizations are found by how their name begins: the key as it is compared, in the order of its bytes. Names that
-- were there before are found without regard to case as far as the engine's lower() knows it.
ALTER TABLE organizations ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE organizations SET name_key = lower(name);
CREATE INDEX organizations_by_name ON organizations (name_key ${bytewise}, id);

CREATE INDEX organization_domains_by_organization ON organization_domains (organization_id, domain);

-- Domains that an organization says are its own, until its DNS says the value.
CREATE TABLE domain_claims (
    organization_id ${uuid} NOT NULL REFERENCES organizations (id),
    domain          TEXT    NOT NULL,
    value           TEXT    NOT NULL,
    created_at      ${time} NOT NULL,
    PRIMARY KEY (organization_id, domain)
) ${keyed};
