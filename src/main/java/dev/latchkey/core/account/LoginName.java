package dev.latchkey.core.account;

/**
 * Who somebody says they are: an email address, or else a user name.
 *
 * @param key what is compared
 */
public record LoginName(String key) {

    /** As it was typed, whatever that is; what is no name at all is nobody's. */
    public static LoginName of(String typed) {
        var name = typed.strip();
        return new LoginName(
                Email.parse(name).map(Email::key).orElseGet(() -> ComparisonKey.of(name)));
    }

    /** A user name never holds an at sign. */
    public boolean isEmail() {
        return key.indexOf('@') >= 0;
    }
}
