-- Administrators find people by how an address or a name begins: keys as they are compared, in the order of their
-- bytes. Names that were there before are found without regard to case as far as the engine's lower() knows it.
ALTER TABLE users ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN last_name_key TEXT NOT NULL DEFAULT '';
UPDATE users SET name_key = lower(trim(first_name || ' ' || last_name)), last_name_key = lower(last_name);

CREATE INDEX users_by_status ON users (status, number);
CREATE INDEX users_by_email ON users (status, email_key ${bytewise}, number);
CREATE INDEX users_by_user_name ON users (status, user_name_key ${bytewise}, number);
CREATE INDEX users_by_name ON users (status, name_key ${bytewise}, number);
CREATE INDEX users_by_last_name ON users (status, last_name_key ${bytewise}, number);
CREATE INDEX users_administrators ON users (number) WHERE administrator;
