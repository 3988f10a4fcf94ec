package dev.latchkey.mail;

import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.mail.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Messages as the queue holds them: sealed, since they hold tokens in the clear. */
record SealedMessages(Sealer sealer) {
    private static final String PURPOSE = "mail";

    byte[] seal(Message message) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(message.to());
            out.writeUTF(message.subject());
            out.writeUTF(message.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealer.seal(PURPOSE, bytes.toByteArray());
    }

    Message open(byte[] sealed) {
        var plain = sealer.open(PURPOSE, sealed)
                .orElseThrow(() -> new IllegalStateException("a waiting message was sealed with another secret key"));
        try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
            return new Message(in.readUTF(), in.readUTF(), in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
