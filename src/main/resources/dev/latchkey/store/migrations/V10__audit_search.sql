-- Looking things up in the audit log, newest first, by whatever people ask for.
DROP INDEX audit_events_by_time;
CREATE INDEX audit_events_by_time ON audit_events (at, id);
CREATE INDEX audit_events_by_kind ON audit_events (kind, at, id);
CREATE INDEX audit_events_by_address ON audit_events (address, at, id);
CREATE INDEX audit_events_by_actor ON audit_events (actor_id, at, id) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_events_by_subject ON audit_events (subject_id, at, id) WHERE subject_id IS NOT NULL;
CREATE INDEX audit_events_by_organization ON audit_events (organization_id, at, id) WHERE organization_id IS NOT NULL;
