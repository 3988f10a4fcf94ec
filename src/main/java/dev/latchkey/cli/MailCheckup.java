package dev.latchkey.cli;

import dev.latchkey.config.Config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Looks whether mail has somewhere to go. */
record MailCheckup(Config config) {
    private static final int PATIENCE_MILLIS = 5000;

    Finding run() {
        var smtp = config.mail().smtp();
        if (smtp == null) {
            return Finding.warning(
                    "mail",
                    "no SMTP server; messages stay in " + config.data().outbox(),
                    "set mail.smtp.host when people other than you sign up");
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(smtp.host(), smtp.port()), PATIENCE_MILLIS);
            return Finding.ok(
                    "mail",
                    smtp.host() + ":" + smtp.port() + " answers, from " + config.mail().from());
        } catch (IOException e) {
            return Finding.bad(
                    "mail",
                    smtp.host() + ":" + smtp.port() + " does not answer: " + e.getMessage(),
                    "check mail.smtp.host and mail.smtp.port; messages wait and are delivered when"
                            + " it is back");
        }
    }
}
