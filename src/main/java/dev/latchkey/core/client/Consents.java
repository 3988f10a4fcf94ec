package dev.latchkey.core.client;

import dev.latchkey.core.account.UserId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of what people let clients know. */
public interface Consents {

    /**
     * @param scopes what was agreed to
     */
    record Consent(String clientId, Set<String> scopes, Instant givenAt) {
        public Consent {
            scopes = Set.copyOf(scopes);
        }
    }

    Optional<Consent> find(UserId user, String clientId);

    /** By client. */
    List<Consent> of(UserId user);

    /** In place of what was agreed to before. */
    void put(UserId user, Consent consent);

    /** True when there was one. */
    boolean forget(UserId user, String clientId);

    void forgetClient(String clientId);
}
