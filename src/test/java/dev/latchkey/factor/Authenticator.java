package dev.latchkey.factor;

import dev.latchkey.testkit.Http.Answer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An authenticator with one ES256 key, together with the browser in front of it; it lies as it is
 * told to (Web Authentication, level 3, sections 5.8.1 and 6.1).
 */
final class Authenticator {
    private static final int UP = 0x01;
    private static final int UV = 0x04;
    private static final int AT = 0x40;
    private static final Pattern OPTIONS = Pattern.compile("data-passkey=\"([^\"]*)\"");
    private static final JsonMapper JSON = JsonMapper.shared();

    String origin;
    String party = "localhost";
    boolean verifies = true;
    boolean present = true;
    boolean synced;
    long count;
    byte[] handle = {};

    private final KeyPair keys = keyPair();
    final byte[] id = random();

    Authenticator(String origin) {
        this.origin = origin;
    }

    static JsonNode options(Answer page) {
        var found = OPTIONS.matcher(page.text());
        if (!found.find()) {
            throw new AssertionError("no passkey is asked for on this page: " + page.text());
        }
        return JSON.readTree(found.group(1).replace("&#34;", "\"").replace("&amp;", "&"));
    }

    /** What the browser sends after {@code navigator.credentials.create()}. */
    String register(Answer page) {
        var asked = options(page);
        handle = decode(asked.get("user").get("id").asString());
        var data = concat(head(AT), attested());
        var response = new LinkedHashMap<String, Object>();
        response.put("clientDataJSON", text(clientData("webauthn.create", asked)));
        response.put("attestationObject", text(attestation(data)));
        return credential(response);
    }

    /** What the browser sends after {@code navigator.credentials.get()}. */
    String use(Answer page) {
        var client = clientData("webauthn.get", options(page));
        count++;
        var data = head(0);
        var response = new LinkedHashMap<String, Object>();
        response.put("clientDataJSON", text(client));
        response.put("authenticatorData", text(data));
        response.put("signature", text(sign(concat(data, sha256(client)))));
        response.put("userHandle", text(handle));
        return credential(response);
    }

    private String credential(Map<String, Object> response) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", text(id));
        all.put("rawId", text(id));
        all.put("type", "public-key");
        all.put("clientExtensionResults", Map.of());
        all.put("response", response);
        return JSON.writeValueAsString(all);
    }

    private byte[] clientData(String type, JsonNode asked) {
        var data = new LinkedHashMap<String, Object>();
        data.put("type", type);
        data.put("challenge", asked.get("challenge").asString());
        data.put("origin", origin);
        data.put("crossOrigin", false);
        return JSON.writeValueAsBytes(data);
    }

    private byte[] head(int more) {
        var flags = (present ? UP : 0) | (verifies ? UV : 0) | (synced ? 0x18 : 0) | more;
        return ByteBuffer.allocate(37)
                .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) count)
                .array();
    }

    private byte[] attested() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var key =
                concat(
                        new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
                        word(point.getAffineX()),
                        new byte[] {0x22, 0x58, 32},
                        word(point.getAffineY()));
        return concat(new byte[16], new byte[] {0, (byte) id.length}, id, key);
    }

    /** CBOR: {@code {"fmt": "none", "attStmt": {}, "authData": data}}. */
    private static byte[] attestation(byte[] data) {
        return concat(
                new byte[] {(byte) 0xA3, 0x63},
                "fmt".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x64},
                "none".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x67},
                "attStmt".getBytes(StandardCharsets.US_ASCII),
                new byte[] {(byte) 0xA0, 0x68},
                "authData".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x59, (byte) (data.length >> 8), (byte) data.length},
                data);
    }

    private byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] word(BigInteger number) {
        var bytes = number.toByteArray();
        var word = new byte[32];
        var length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, word, 32 - length, length);
        return word;
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
