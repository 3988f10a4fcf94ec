package dev.latchkey.dialect.aivo;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;

import java.util.HashMap;
import java.util.Map;

/**
 * What Aivo calls our roles.
 *
 * @param administrator what an administrator of the whole server is called, whatever their role
 * @param byName what a member's role is called, by our name for it
 * @param other what any other role is called
 */
public record AivoRoles(String administrator, Map<String, String> byName, String other) {
    private static final String ADMINISTRATOR = "server-administrator";
    private static final String OTHER = "*";

    public AivoRoles {
        byName = Map.copyOf(byName);
    }

    /**
     * From the configuration's one map. Its key {@code server-administrator} is set apart, so that
     * a member's role that somebody named like it gives nothing.
     */
    public static AivoRoles of(Map<String, String> configured) {
        var byName = new HashMap<>(configured);
        var administrator = byName.remove(ADMINISTRATOR);
        var other = byName.remove(OTHER);
        return new AivoRoles(
                administrator == null ? "super_admin" : administrator,
                byName,
                other == null ? "learner" : other);
    }

    String of(User user, Membership membership) {
        return user.administrator()
                ? administrator
                : byName.getOrDefault(membership.role().name(), other);
    }
}
