package dev.latchkey.crypto;

import com.nimbusds.jose.util.Base64URL;

/** Headers as somebody else might write them. */
final class JwsHeadText {
    private JwsHeadText() {}

    /** An ID token's under a key of this name. */
    static String of(String kid) {
        return Base64URL.encode("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}")
                .toString();
    }
}
