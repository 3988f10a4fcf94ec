package dev.latchkey.crypto;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;

import java.text.ParseException;

/** The header of one type of token under one key, as the text that every such token starts with. */
record JwsHead(String text, RingKey key, TokenType type, JWSHeader parsed) {

    static JwsHead of(RingKey key, TokenType type) {
        var json =
                "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}"
                        .formatted(key.algorithm(), type.typ(), key.id());
        var text = Base64URL.encode(json);
        try {
            return new JwsHead(text.toString(), key, type, JWSHeader.parse(text));
        } catch (ParseException e) {
            throw new IllegalStateException("our own header cannot be read: " + json, e);
        }
    }
}
