package dev.latchkey.crypto;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * bcrypt, {@code $2a$}, {@code $2b$} and {@code $2y$}, up to cost 16. Sees the first 72 bytes of a
 * password, like its model.
 */
final class BcryptHash implements ForeignHash {
    private static final Pattern FORM =
            Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    @Override
    public Optional<Predicate<String>> read(String stored) {
        return FORM.matcher(stored).matches()
                ? Optional.of(password -> fits(password, stored))
                : Optional.empty();
    }

    private static boolean fits(String password, String stored) {
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        try {
            return OpenBSDBCrypt.checkPassword(stored, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
