package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.mail.Message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

class OutboxTest {
    private static final String LINK =
            "https://auth.example.com/verify-email?token=lkv_" + "a".repeat(500);

    @TempDir private Path data;

    @Test
    void a_letter_is_a_private_file_whose_name_sorts_by_time() throws IOException {
        delivery().deliver(Letters.to("ada@example.org", "Verify", "Open\n" + LINK + "\n"));

        var file = data.resolve("outbox/20261122-100000-123-" + Letters.ID + ".eml");
        assertThat(modeOf(file)).isEqualTo("rw-------");
        assertThat(modeOf(file.getParent())).isEqualTo("rwx------");
        assertThat(Files.readAllLines(file))
                .contains(
                        "From: Latchkey <no-reply@example.com>",
                        "To: ada@example.org",
                        "Subject: Verify",
                        "",
                        LINK)
                .contains("Content-Transfer-Encoding: 7bit", "Auto-Submitted: auto-generated");
    }

    @Test
    void words_beyond_ascii_are_found_with_grep() throws IOException {
        delivery().deliver(Letters.to("jürgen@bücher.example", "Grüße", "Grüße\n" + LINK + "\n"));

        try (var files = Files.list(data.resolve("outbox"))) {
            assertThat(Files.readAllLines(files.findFirst().orElseThrow()))
                    .contains("To: jürgen@bücher.example", "Subject: Grüße", "Grüße", LINK)
                    .contains("Content-Transfer-Encoding: 8bit");
        }
    }

    @Test
    void a_letter_delivered_twice_is_one_file() throws IOException {
        delivery().deliver(Letters.to("ada@example.org", "Verify", "x"));
        delivery().deliver(Letters.to("ada@example.org", "Verify", "x"));

        assertThat(outbox().newest(10)).hasSize(1);
    }

    @Test
    void letters_leave_after_thirty_days_and_nothing_else_does() throws IOException {
        delivery().deliver(Letters.to("ada@example.org", "Verify", "x"));
        var folder = data.resolve("outbox");
        Files.writeString(folder.resolve("notes.eml"), "not ours");
        Files.writeString(folder.resolve("20200101-000000-000-x.txt"), "not ours");

        outbox().clean(Letters.WRITTEN.plus(Outbox.KEPT));
        assertThat(folder).isDirectoryContaining("glob:**20261122*.eml");
        outbox().clean(Letters.WRITTEN.plus(Outbox.KEPT).plusMillis(1));

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("notes.eml", "20200101-000000-000-x.txt");
        }
    }

    @Test
    void the_oldest_leave_when_there_are_too_many() throws IOException {
        var folder = Files.createDirectories(data.resolve("outbox"));
        for (int i = 0; i < Outbox.MOST + 3; i++) {
            Files.createFile(folder.resolve("20261122-%06d-000-x.eml".formatted(i)));
        }

        outbox().clean(Letters.WRITTEN);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .hasSize(Outbox.MOST)
                    .startsWith("20261122-000003-000-x.eml");
        }
    }

    @Test
    void a_server_that_never_wrote_a_letter_has_nothing_to_clean() {
        outbox().clean(Letters.WRITTEN);

        assertThat(data.resolve("outbox")).doesNotExist();
    }

    @Test
    void the_page_reads_the_newest_first_as_they_were_written() throws IOException {
        for (int i = 0; i < 5; i++) {
            var message =
                    new Message("jürgen@example.org", "Grüße " + i, "Text ü " + i + "\nmore\n");
            delivery().deliver(new Letter(new UUID(7, i), message, Letters.WRITTEN.plusSeconds(i)));
        }

        assertThat(outbox().newest(2))
                .containsExactly(
                        new Outbox.Written(
                                "jürgen@example.org",
                                "Grüße 4",
                                "Sun, 22 Nov 2026 10:00:04 +0000",
                                "Text ü 4\nmore\n"),
                        new Outbox.Written(
                                "jürgen@example.org",
                                "Grüße 3",
                                "Sun, 22 Nov 2026 10:00:03 +0000",
                                "Text ü 3\nmore\n"));
    }

    @Test
    void an_outbox_that_is_not_there_is_empty_and_other_files_do_not_matter() throws IOException {
        assertThat(outbox().newest(10)).isEqualTo(List.of());

        delivery().deliver(Letters.to("ada@example.org", "Verify", "x"));
        Files.writeString(data.resolve("outbox/.half.tmp"), "x");
        Files.createDirectory(data.resolve("outbox/folder.eml"));

        assertThat(outbox().newest(10)).hasSize(1);
    }

    @Test
    void neither_subject_nor_recipient_adds_a_header() throws IOException {
        delivery()
                .deliver(Letters.to("ada@example.org", "Hi\r\nBcc: eve@example.net\n\nbody", "x"));

        assertThat(outbox().newest(1).getFirst().subject())
                .isEqualTo("Hi Bcc: eve@example.net body");
        assertThatExceptionOfType(Undeliverable.class)
                .isThrownBy(() ->
                        delivery()
                                .deliver(
                                        Letters.to(
                                                "ada@example.org\nBcc: eve@example.net",
                                                "x",
                                                "x")));
    }

    private OutboxDelivery delivery() {
        return new OutboxDelivery(data.resolve("outbox"), Letters.FROM);
    }

    private Outbox outbox() {
        return new Outbox(data.resolve("outbox"));
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
