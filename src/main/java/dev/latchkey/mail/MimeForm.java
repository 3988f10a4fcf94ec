package dev.latchkey.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A letter as an Internet message (RFC 5322): plain text, headers without control characters
 * whatever a subject holds, and the mark that no vacation notice should answer it (RFC 3834).
 */
final class MimeForm extends MimeMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final String messageId;

    private MimeForm(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * @param recipient the address as this way of delivery writes it
     * @param encoding how the text is carried when it is more than short lines of ASCII (RFC 2045,
     *     section 6)
     */
    static MimeForm of(
            Session session, Sender from, String recipient, Letter letter, String encoding)
            throws MessagingException {
        var form = new MimeForm(session, "<" + letter.id() + "@" + from.domain() + ">");
        form.setFrom(address(from));
        form.setRecipient(RecipientType.TO, address(new Sender("", recipient)));
        form.setSubject(letter.message().subject());
        form.setHeader("Date", date(letter.writtenAt()));
        form.setHeader("Auto-Submitted", "auto-generated");
        form.setText(letter.message().text(), "UTF-8", "plain");
        form.setHeader(
                "Content-Transfer-Encoding", isPlain(letter.message().text()) ? "7bit" : encoding);
        form.saveChanges();
        return form;
    }

    /** On one line; encoded (RFC 2047) unless this session's headers are UTF-8. */
    @Override
    public void setSubject(String subject) throws MessagingException {
        if (Boolean.parseBoolean(session.getProperty("mail.mime.allowutf8"))) {
            setHeader("Subject", MimeUtility.fold("Subject: ".length(), oneLine(subject)));
        } else {
            setSubject(oneLine(subject), StandardCharsets.UTF_8.name());
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** Short lines of printable ASCII, which go as they are: no link is ever broken. */
    private static boolean isPlain(String text) {
        return text.chars()
                        .allMatch(c -> c >= ' ' && c < 127 || c == '\n' || c == '\r' || c == '\t')
                && text.lines().allMatch(line -> line.length() <= 998);
    }

    /** What would end a header and begin another is a blank here. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+", " ").strip();
    }

    private static InternetAddress address(Sender of) {
        try {
            return new InternetAddress(
                    of.address(),
                    of.name().isEmpty() ? null : of.name(),
                    StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    private static String date(Instant at) {
        return DATE.format(at);
    }
}
