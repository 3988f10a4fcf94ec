package dev.latchkey.core.federation;

import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in that is under way at a provider: everything that has to be the same when the browser
 * comes back. It travels sealed in a cookie, so that it is bound to the browser and costs no row.
 *
 * @param door the API that began it
 * @param returnTo where the browser goes afterwards
 * @param organization the one to sign in to, as text, or null
 * @param invitation an invitation's code, or null
 * @param linkTo the account that the identity is to be linked to, or null for a sign-in
 */
record SignInStep(
        String door,
        String provider,
        String redirectUri,
        String state,
        String nonce,
        String verifier,
        String returnTo,
        @Nullable String organization,
        @Nullable String invitation,
        @Nullable UserId linkTo,
        Instant expiresAt) {

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var text :
                    new String[] {door, provider, redirectUri, state, nonce, verifier, returnTo}) {
                out.writeUTF(text);
            }
            out.writeUTF(organization == null ? "" : organization);
            out.writeUTF(invitation == null ? "" : invitation);
            out.writeUTF(linkTo == null ? "" : linkTo.toString());
            out.writeLong(expiresAt.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SignInStep of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new SignInStep(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    orNull(in.readUTF()),
                    orNull(in.readUTF()),
                    user(in.readUTF()),
                    Instant.ofEpochMilli(in.readLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable UserId user(String text) {
        return text.isEmpty() ? null : new UserId(UUID.fromString(text));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
