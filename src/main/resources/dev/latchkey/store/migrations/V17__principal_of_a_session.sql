-- A check and a refresh ask a session whose it is. The answer lies in three more places (the user, the membership, and
-- the indexes that lead there), which a store of many millions has in no cache. So a session's row keeps it from its
-- beginning, until anything of it changes: then the database itself empties it, in the transaction that changes it and
-- whoever wrote that, and the user is asked again. Whoever writes a principal holds its user's row, and so does whoever
-- changes a membership; so none is written of what was changed meanwhile.
ALTER TABLE sessions ADD COLUMN principal ${bytes};

${on_sqlite} CREATE TRIGGER users_principals AFTER UPDATE OF email, email_key, user_name, first_name, last_name, status,
${on_sqlite}     administrator, email_verified_at, avatar_url, created_at, updated_at ON users
${on_sqlite} BEGIN
${on_sqlite}     UPDATE sessions SET principal = NULL
${on_sqlite}      WHERE user_id = NEW.id AND revoked_at IS NULL AND principal IS NOT NULL;
${on_sqlite} END;
${on_sqlite} CREATE TRIGGER members_principals_joined AFTER INSERT ON members
${on_sqlite} BEGIN
${on_sqlite}     UPDATE sessions SET principal = NULL
${on_sqlite}      WHERE user_id = NEW.user_id AND revoked_at IS NULL AND principal IS NOT NULL;
${on_sqlite} END;
${on_sqlite} CREATE TRIGGER members_principals_changed AFTER UPDATE ON members
${on_sqlite} BEGIN
${on_sqlite}     UPDATE sessions SET principal = NULL
${on_sqlite}      WHERE user_id IN (OLD.user_id, NEW.user_id) AND revoked_at IS NULL AND principal IS NOT NULL;
${on_sqlite} END;
${on_sqlite} CREATE TRIGGER members_principals_left AFTER DELETE ON members
${on_sqlite} BEGIN
${on_sqlite}     UPDATE sessions SET principal = NULL
${on_sqlite}      WHERE user_id = OLD.user_id AND revoked_at IS NULL AND principal IS NOT NULL;
${on_sqlite} END;

${on_postgres} CREATE FUNCTION empty_principals(whose UUID) RETURNS void LANGUAGE plpgsql AS $$
${on_postgres} BEGIN
${on_postgres}     PERFORM 1 FROM users WHERE id = whose FOR NO KEY UPDATE;
${on_postgres}     UPDATE sessions SET principal = NULL
${on_postgres}      WHERE user_id = whose AND revoked_at IS NULL AND principal IS NOT NULL;
${on_postgres} END $$;
${on_postgres} CREATE FUNCTION empty_principals_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
${on_postgres} BEGIN
${on_postgres}     PERFORM empty_principals(NEW.id);
${on_postgres}     RETURN NULL;
${on_postgres} END $$;
${on_postgres} CREATE FUNCTION empty_principals_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
${on_postgres} BEGIN
${on_postgres}     IF TG_OP <> 'INSERT' THEN
${on_postgres}         PERFORM empty_principals(OLD.user_id);
${on_postgres}     END IF;
${on_postgres}     IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.user_id <> OLD.user_id THEN
${on_postgres}         PERFORM empty_principals(NEW.user_id);
${on_postgres}     END IF;
${on_postgres}     RETURN NULL;
${on_postgres} END $$;
${on_postgres} CREATE TRIGGER users_principals AFTER UPDATE OF email, email_key, user_name, first_name, last_name, status,
${on_postgres}     administrator, email_verified_at, avatar_url, created_at, updated_at ON users
${on_postgres}     FOR EACH ROW EXECUTE FUNCTION empty_principals_of_user();
${on_postgres} CREATE TRIGGER members_principals AFTER INSERT OR UPDATE OR DELETE ON members
${on_postgres}     FOR EACH ROW EXECUTE FUNCTION empty_principals_of_member();
