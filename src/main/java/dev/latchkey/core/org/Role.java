package dev.latchkey.core.org;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A member's role: {@link #OWNER}, {@link #ADMIN}, {@link #MEMBER}, or a name of the deployment's
 * own.
 */
public record Role(String name) {
    public static final Role OWNER = new Role("owner");
    public static final Role ADMIN = new Role("admin");
    public static final Role MEMBER = new Role("member");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    /**
     * A role of that name: lower-case letters, digits, dash, underscore, at most 40; else nothing.
     */
    public static Optional<Role> parse(String name) {
        return NAME.matcher(name).matches() ? Optional.of(new Role(name)) : Optional.empty();
    }

    /** Owners and admins run their organization. */
    public boolean mayAdminister() {
        return equals(OWNER) || equals(ADMIN);
    }
}
