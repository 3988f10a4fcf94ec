package dev.latchkey.core.federation;

/** What a door does about the organization of somebody who arrives and named none. */
public enum Placement {
    /** The one last used; who belongs to none gets one of their own. */
    FOUNDED,
    /** The one last used, or none. */
    LAST_USED,
    /** Members of several are asked. */
    ASKED
}
