package dev.latchkey.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 (RFC 8018) in two spellings: {@code pbkdf2_sha256$iterations$salt$hash}, whose salt is
 * text (Django), and {@code $pbkdf2-sha256$iterations$salt$hash}, whose salt is base 64 (passlib;
 * Keycloak's exports are easily written so). With SHA-1, SHA-256 or SHA-512, up to ten million
 * iterations.
 */
final class Pbkdf2Hash implements ForeignHash {
    private static final Pattern DJANGO =
            Pattern.compile(
                    "pbkdf2_(sha1|sha256|sha512)\\$(\\d{1,8})\\$([^$]{1,128})\\$([A-Za-z0-9+/]{22,128}={0,2})");
    private static final Pattern PASSLIB =
            Pattern.compile(
                    "\\$pbkdf2(|-sha1|-sha256|-sha512)\\$(\\d{1,8})\\$([A-Za-z0-9+/.]{2,128})\\$([A-Za-z0-9+/.]{22,128}={0,2})");
    private static final int MOST_ITERATIONS = 10_000_000;

    @Override
    public Optional<Predicate<String>> read(String stored) {
        var django = DJANGO.matcher(stored);
        if (django.matches()) {
            var salt = Optional.of(django.group(3).getBytes(StandardCharsets.UTF_8));
            return test(django.group(1), django.group(2), salt, django.group(4));
        }
        var passlib = PASSLIB.matcher(stored);
        return passlib.matches()
                ? test(
                        passlib.group(1),
                        passlib.group(2),
                        Base64Text.decode(passlib.group(3)),
                        passlib.group(4))
                : Optional.empty();
    }

    private static Optional<Predicate<String>> test(
            String digest, String rounds, Optional<byte[]> salt, String tag) {
        var hash = Base64Text.decode(tag);
        var iterations = Integer.parseInt(rounds);
        var bounded = iterations >= 1 && iterations <= MOST_ITERATIONS;
        return bounded && salt.isPresent() && hash.isPresent()
                ? Optional.of(password ->
                        MessageDigest.isEqual(
                                hash.get(),
                                derive(
                                        digest,
                                        password,
                                        salt.get(),
                                        iterations,
                                        hash.get().length)))
                : Optional.empty();
    }

    private static byte[] derive(
            String digest, String password, byte[] salt, int iterations, int bytes) {
        var letters = password.toCharArray();
        var spec = new PBEKeySpec(letters, salt, iterations, bytes * Byte.SIZE);
        Arrays.fill(letters, '\0');
        try {
            return SecretKeyFactory.getInstance(algorithm(digest))
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String algorithm(String digest) {
        return switch (digest) {
            case "-sha256", "sha256" -> "PBKDF2WithHmacSHA256";
            case "-sha512", "sha512" -> "PBKDF2WithHmacSHA512";
            default -> "PBKDF2WithHmacSHA1";
        };
    }
}
