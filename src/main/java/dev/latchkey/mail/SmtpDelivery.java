package dev.latchkey.mail;

import dev.latchkey.core.account.Email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;

import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLSocketFactory;

/** Hands letters to a mail server (RFC 5321), each in a conversation of its own. */
public final class SmtpDelivery implements Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpDelivery.class);

    private final SmtpServer server;
    private final Sender from;
    private final SmtpProperties properties;

    /** Trusts the certificates that this JDK trusts. */
    public SmtpDelivery(SmtpServer server, Sender from) {
        this(server, from, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmtpDelivery(SmtpServer server, Sender from, SSLSocketFactory trust) {
        this.server = server;
        this.from = from;
        this.properties = new SmtpProperties(server, trust);
    }

    @Override
    public void deliver(Letter letter) throws IOException {
        var to = mailbox(letter.message().to());
        var needsUtf8 = !StandardCharsets.US_ASCII.newEncoder().canEncode(to + from.address());
        var session = Session.getInstance(properties.with(needsUtf8));
        try {
            send(session, MimeForm.of(session, from, to, letter, "quoted-printable"), needsUtf8);
        } catch (MessagingException e) {
            throw new IOException(SmtpAnswer.of(e), e);
        }
    }

    private void send(Session session, MimeForm form, boolean needsUtf8)
            throws MessagingException, IOException {
        var transport = session.getTransport("smtp");
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            if (needsUtf8 && !((SMTPTransport) transport).supportsExtension("SMTPUTF8")) {
                throw new Undeliverable(
                        "the mail server takes no addresses beyond ASCII (SMTPUTF8)");
            }
            transport.sendMessage(form, form.getAllRecipients());
        } finally {
            leave(transport);
        }
    }

    /** The server has the letter by now, or has refused it: how it takes leave changes nothing. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server took leave badly: {}", e.getMessage());
        }
    }

    /** The address with its domain in ASCII (RFC 5890), which every server takes. */
    private static String mailbox(String recipient) throws Undeliverable {
        var email =
                Email.parse(recipient)
                        .orElseThrow(() -> new Undeliverable("its recipient is no address"));
        var domain = email.text().substring(email.localPart().length() + 1);
        try {
            return email.localPart() + "@" + IDN.toASCII(domain);
        } catch (IllegalArgumentException _) {
            throw new Undeliverable("its recipient's domain is none");
        }
    }
}
