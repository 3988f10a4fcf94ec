package dev.latchkey.dialect;

/** A path on this server, which a browser may be sent to without asking where it leads. */
public final class LocalPath {
    private LocalPath() {}

    /**
     * One slash first and no second one behind it, in any spelling that browsers take for one; no
     * blanks and no controls.
     */
    public static boolean is(String text) {
        return text.startsWith("/")
                && (text.length() == 1 || text.charAt(1) != '/')
                && text.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '\\');
    }
}
