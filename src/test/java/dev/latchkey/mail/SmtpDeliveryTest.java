package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;

import dev.latchkey.mail.SmtpServer.Security;

import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import javax.net.ssl.SSLContext;

class SmtpDeliveryTest {
    private static final String LINK =
            "https://auth.example.com/verify-email?token=lkv_" + "a".repeat(200);

    @TempDir private static Path certificates;

    private static SSLContext tls;

    private final GreenMail mail = new GreenMail(Letters.onAnyPort());

    @BeforeAll
    static void makeCertificate() throws Exception {
        tls = TestCertificate.make(certificates).context();
    }

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void a_letter_arrives_with_what_a_letter_needs() throws Exception {
        plain().deliver(
                        Letters.to(
                                "ada@example.org",
                                "Verify your email address",
                                "Open\n" + LINK + "\n"));

        var got = only();
        assertThat(got.getHeader("From")).containsExactly("Latchkey <no-reply@example.com>");
        assertThat(got.getHeader("To")).containsExactly("ada@example.org");
        assertThat(got.getHeader("Subject")).containsExactly("Verify your email address");
        assertThat(got.getHeader("Message-ID")).containsExactly("<" + Letters.ID + "@example.com>");
        assertThat(got.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 10:00:00 +0000");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getHeader("Content-Type")).containsExactly("text/plain; charset=UTF-8");
        assertThat(got.getHeader("Content-Transfer-Encoding")).containsExactly("7bit");
        assertThat(GreenMailUtil.getBody(got)).contains(LINK);
    }

    @Test
    void words_beyond_ascii_arrive_as_they_were() throws Exception {
        var text = "Grüße, Ωmega, 日本, 😀\n" + LINK + "\n.\n..dots\n" + "x".repeat(2000) + "\n";

        plain().deliver(Letters.to("ada@bücher.example", "Grüße aus 日本 " + "ü".repeat(100), text));

        var got = only();
        assertThat(got.getSubject()).isEqualTo("Grüße aus 日本 " + "ü".repeat(100));
        assertThat(got.getContent().toString().lines())
                .containsExactlyElementsOf(text.lines().toList());
        assertThat(got.getAllRecipients()[0]).hasToString("ada@xn--bcher-kva.example");
    }

    @Test
    void a_recipient_beyond_ascii_needs_a_server_that_takes_it() throws IOException {
        try (var front = front(false, List.of("8BITMIME"))) {
            assertThatExceptionOfType(Undeliverable.class)
                    .isThrownBy(() ->
                            to(front.port(), Security.NONE)
                                    .deliver(Letters.to("jürgen@example.org", "x", "x")))
                    .withMessageContaining("SMTPUTF8");
            assertThat(front.said()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void a_recipient_beyond_ascii_is_written_to_where_the_server_takes_it() throws Exception {
        try (var front = front(false, List.of("8BITMIME", "SMTPUTF8"))) {
            to(front.port(), Security.NONE)
                    .deliver(Letters.to("jürgen@example.org", "Grüße", "Grüße"));

            assertThat(front.said())
                    .contains("RCPT TO:<jürgen@example.org>", "Subject: Grüße", "Grüße")
                    .anyMatch(line ->
                            line.startsWith("MAIL FROM:<no-reply@example.com>")
                                    && line.contains("SMTPUTF8"));
        }
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nRCPT TO:<eve@example.net>",
                "ada@example.org>\r\nDATA",
                "ada@example.org,eve@example.net",
                "ada@example.org\nBcc: eve@example.net",
                "<ada@example.org>",
                "ada",
                "",
                "\"a b\"@example.org"
            })
    void what_is_no_single_address_is_never_written_to(String recipient) {
        assertThatExceptionOfType(Undeliverable.class)
                .isThrownBy(() -> plain().deliver(Letters.to(recipient, "x", "x")))
                .withMessageNotContaining("eve");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: eve@example.net",
                "Hi\nBcc: eve@example.net",
                "Hi\rBcc: eve@example.net",
                "Hi\r\n\r\nBcc: eve@example.net",
                "Hi\0\u0085\u2028Bcc: eve@example.net",
                "Hü\r\nBcc: eve@example.net"
            })
    void a_subject_adds_no_header(String subject) throws Exception {
        plain().deliver(Letters.to("ada@example.org", subject, "the text"));

        var got = only();
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getSubject()).endsWith(" Bcc: eve@example.net").hasSizeLessThan(30);
        assertThat(got.getContent().toString().strip()).isEqualTo("the text");
    }

    @Test
    void a_text_ends_no_conversation() throws Exception {
        var text =
                "one\r\n.\r\nMAIL FROM:<eve@example.net>\r\nRCPT TO:<ada@example.org>\r\nDATA\r\n";

        plain().deliver(Letters.to("ada@example.org", "x", text));

        assertThat(only().getContent().toString().strip()).isEqualTo(text.strip());
    }

    @Test
    void a_user_signs_in_and_a_wrong_password_is_told_without_it() throws Exception {
        mail.setUser("postman", "right password");

        to(mail.getSmtp().getPort(), Security.NONE, "postman", "right password")
                .deliver(Letters.to("a@example.org", "x", "x"));

        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        to(mail.getSmtp().getPort(), Security.NONE, "postman", "wrong password")
                                .deliver(Letters.to("a@example.org", "x", "x")))
                .withMessageContaining("535")
                .withMessageNotContaining("wrong password");
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void tls_from_the_first_byte_works_with_a_certificate_that_is_trusted() throws Exception {
        try (var front = front(true, List.of("8BITMIME"))) {
            to(front.port(), Security.TLS).deliver(Letters.to("ada@example.org", "x", "x"));
        }

        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_certificate_that_is_not_trusted_gets_nothing() throws IOException {
        try (var front = front(true, List.of("8BITMIME"))) {
            var delivery =
                    new SmtpDelivery(
                            new SmtpServer("localhost", front.port(), Security.TLS, null, null),
                            Letters.FROM);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> delivery.deliver(Letters.to("ada@example.org", "x", "x")))
                    .withMessageContaining("certification path");
            assertThat(front.said()).isEmpty();
        }
    }

    @Test
    void a_certificate_for_another_name_gets_nothing() throws IOException {
        try (var front = front(true, List.of("8BITMIME"))) {
            var server = new SmtpServer("127.0.0.1", front.port(), Security.TLS, null, null);
            var delivery = new SmtpDelivery(server, Letters.FROM, tls.getSocketFactory());

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> delivery.deliver(Letters.to("ada@example.org", "x", "x")))
                    .withMessageContaining("127.0.0.1");
            assertThat(front.said()).isEmpty();
        }
    }

    @Test
    void starttls_comes_before_the_password_and_the_letter() throws Exception {
        mail.setUser("postman", "right password");
        try (var front = front(false, List.of("STARTTLS", "AUTH PLAIN"))) {
            to(front.port(), Security.STARTTLS, "postman", "right password")
                    .deliver(Letters.to("ada@example.org", "x", "x"));

            assertThat(front.said()).startsWith(front.said().getFirst(), "STARTTLS", "(tls)");
            assertThat(front.said().subList(0, 3)).noneMatch(line -> line.startsWith("AUTH"));
            assertThat(mail.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void without_starttls_nothing_is_sent_when_it_is_asked_for() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        to(mail.getSmtp().getPort(), Security.STARTTLS)
                                .deliver(Letters.to("ada@example.org", "x", "x")))
                .withMessageContaining("STARTTLS");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_is_told() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        to(nobody, Security.NONE).deliver(Letters.to("ada@example.org", "x", "x")))
                .withMessageContaining("refused");
    }

    private SmtpDelivery plain() {
        return to(mail.getSmtp().getPort(), Security.NONE);
    }

    private static SmtpDelivery to(int port, Security security) {
        return to(port, security, null, null);
    }

    private static SmtpDelivery to(
            int port, Security security, @Nullable String user, @Nullable String password) {
        var server = new SmtpServer("localhost", port, security, user, password);
        return new SmtpDelivery(server, Letters.FROM, tls.getSocketFactory());
    }

    private SmtpFront front(boolean encrypted, List<String> extensions) {
        return new SmtpFront(mail.getSmtp().getPort(), tls, encrypted, extensions);
    }

    private MimeMessage only() {
        assertThat(mail.getReceivedMessages()).hasSize(1);
        return mail.getReceivedMessages()[0];
    }
}
