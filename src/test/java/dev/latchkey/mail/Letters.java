package dev.latchkey.mail;

import com.icegreen.greenmail.util.ServerSetup;

import dev.latchkey.core.mail.Message;

import java.time.Instant;
import java.util.UUID;

/** Letters to send. */
final class Letters {
    static final Sender FROM = Sender.parse("Latchkey <no-reply@example.com>");
    static final UUID ID = UUID.fromString("0199a000-0000-7000-8000-000000000001");
    static final Instant WRITTEN = Instant.parse("2026-11-22T10:00:00.123Z");

    private Letters() {}

    static Letter to(String recipient, String subject, String text) {
        return new Letter(ID, new Message(recipient, subject, text), WRITTEN);
    }

    /** A mail server on a free port, which may take its time to start on a busy machine. */
    static ServerSetup onAnyPort() {
        var setup = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(30_000);
        return setup;
    }
}
