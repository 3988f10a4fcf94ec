package dev.latchkey.mail;

import java.util.regex.Pattern;

/**
 * Who the letters come from.
 *
 * @param name in words, may be empty
 * @param address without brackets
 */
public record Sender(String name, String address) {
    private static final Pattern NAMED = Pattern.compile("([^<>]*?)\\s*<([^<>@\\s]+@[^<>@\\s]+)>");
    private static final Pattern BARE = Pattern.compile("[^<>@\\s]+@[^<>@\\s]+");

    public Sender {
        if (name.chars().anyMatch(Character::isISOControl) || !BARE.matcher(address).matches()) {
            throw new IllegalArgumentException("not a sender: " + name + " <" + address + ">");
        }
    }

    /** From {@code Name <address>} or the address alone. */
    public static Sender parse(String text) {
        var named = NAMED.matcher(text.strip());
        return named.matches()
                ? new Sender(named.group(1).strip(), named.group(2))
                : new Sender("", text.strip());
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
