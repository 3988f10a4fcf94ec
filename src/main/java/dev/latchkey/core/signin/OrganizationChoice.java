package dev.latchkey.core.signin;

/** What a door does about the organization of a sign-in. */
public enum OrganizationChoice {
    /** Members of several are asked; who belongs to none is refused. */
    ASK,
    /** Members of several are asked; belonging to none is fine. */
    ASK_IF_ANY,
    /** The one last used, else the first joined; who belongs to none is refused. */
    LAST_USED,
    /** The same, but belonging to none is fine. */
    OPTIONAL;

    boolean asks() {
        return this == ASK || this == ASK_IF_ANY;
    }

    boolean allowsNone() {
        return this == OPTIONAL || this == ASK_IF_ANY;
    }
}
