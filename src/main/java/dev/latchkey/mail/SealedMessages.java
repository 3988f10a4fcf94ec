package dev.latchkey.mail;

import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.mail.Message;

import tools.jackson.databind.json.JsonMapper;

/** Messages as the queue holds them: JSON, sealed, since they hold tokens in the clear. */
final class SealedMessages {
    private static final String PURPOSE = "mail";

    private final JsonMapper json = JsonMapper.shared();
    private final Sealer sealer;

    SealedMessages(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(Message message) {
        return sealer.seal(PURPOSE, json.writeValueAsBytes(message));
    }

    /**
     * @throws Undeliverable when it was sealed with another secret
     */
    Message open(byte[] sealed) throws Undeliverable {
        var plain =
                sealer.open(PURPOSE, sealed)
                        .orElseThrow(
                                () -> new Undeliverable("it was sealed with another secret key"));
        return json.readValue(plain, Message.class);
    }
}
