package dev.latchkey.crypto;

import org.bouncycastle.crypto.generators.SCrypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * scrypt (RFC 7914) as {@code $scrypt$ln=16,r=8,p=1$salt$hash}, base 64 without padding, up to 1
 * GiB.
 */
final class ScryptHash implements ForeignHash {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/.]{2,128})\\$([A-Za-z0-9+/.]{22,128})");
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_LANES = 16;

    private record Cost(int logN, int r, int p) {
        boolean isBounded() {
            return logN >= 1
                    && logN <= 24
                    && r >= 1
                    && p >= 1
                    && p <= MOST_LANES
                    && (128L * r << logN) <= MOST_BYTES
                    && isSpecified();
        }

        /** RFC 7914, section 6: N is below 2 to the power of 128 * r / 8. */
        private boolean isSpecified() {
            return logN < 16 * r;
        }
    }

    @Override
    public Optional<Predicate<String>> read(String stored) {
        var form = FORM.matcher(stored);
        if (!form.matches()) {
            return Optional.empty();
        }
        var cost =
                new Cost(
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3)));
        var salt = Base64Text.decode(form.group(4));
        var hash = Base64Text.decode(form.group(5));
        return cost.isBounded() && salt.isPresent() && hash.isPresent()
                ? Optional.of(password -> fits(password, cost, salt.get(), hash.get()))
                : Optional.empty();
    }

    private static boolean fits(String password, Cost cost, byte[] salt, byte[] hash) {
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        try {
            var made =
                    SCrypt.generate(bytes, salt, 1 << cost.logN(), cost.r(), cost.p(), hash.length);
            return MessageDigest.isEqual(hash, made);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
