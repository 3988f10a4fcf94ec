package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class KindsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:p%40ss@db:5433/auth?sslmode=require",
                "postgres://me:p%40ss@db:5433/auth?sslmode=require",
                "jdbc:postgresql://db:5433/auth?user=me&password=p%40ss&sslmode=require"
            })
    void a_postgresql_url_is_read_in_every_usual_form(String text) throws BadValue {
        assertThat(DatabaseUrl.kind().read(new Raw.Text(text)))
                .isEqualTo(
                        new DatabaseUrl.Postgres(
                                "jdbc:postgresql://db:5433/auth?sslmode=require",
                                "me",
                                new SecretText("p@ss")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://db/x",
                "postgresql://db",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "db"
            })
    void another_database_is_refused(String text) {
        refuses(DatabaseUrl.kind(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example",
                "https://a.example:8443/back?x=1",
                "http://localhost:3000",
                "http://127.0.0.1/cb",
                "com.example.app:/back"
            })
    void a_redirect_may_be_an_origin_or_a_url(String text) throws BadValue {
        assertThat(NetKinds.redirect().read(new Raw.Text(text))).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example.com",
                "//a.example",
                "/back",
                "a.example",
                "https:///x",
                "https://a.example/#f",
                "https://user@a.example/",
                "https://a.example\\@evil.example",
                "javascript:alert(1)",
                "javascript://a.example/%0aalert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "mailto:a@b.example"
            })
    void a_redirect_that_is_neither_is_refused(String text) {
        refuses(NetKinds.redirect(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/path",
                "https://a.example?x",
                "ftp://a.example",
                "a.example:80"
            })
    void a_public_url_with_more_than_an_origin_is_refused(String text) {
        refuses(NetKinds.publicUrl(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example", "a.example:80", "-a.example", "a..b", "a/b", "a b"})
    void a_host_is_only_a_name(String text) {
        refuses(NetKinds.hostName(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "proxy.example", "::/129", "10.0.0/8/1"})
    void a_block_of_addresses_is_written_in_numbers(String text) {
        refuses(NetKinds.cidr(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nobody", "a@b@c", "a b@c.example", "x <a@b.example", "a@b\r\nBcc: c@d"})
    void a_mailbox_is_an_address(String text) {
        refuses(NetKinds.mailbox(), text);
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "10s,PT10S", "15m,PT15M", "24h,PT24H", "30d,PT720H", "30 d,PT720H"})
    void a_time_has_a_unit(String text, Duration expected) throws BadValue {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-1s", "1y", "s", "9999999999d", "١d"})
    void a_time_without_one_is_refused(String text) {
        refuses(Kinds.duration(Duration.ZERO, Duration.ofDays(1)), text);
    }

    private static void refuses(Kind<?> kind, String text) {
        assertThatExceptionOfType(BadValue.class).isThrownBy(() -> kind.read(new Raw.Text(text)));
    }
}
