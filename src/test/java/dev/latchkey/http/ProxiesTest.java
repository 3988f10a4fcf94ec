package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

class ProxiesTest {
    private final Proxies proxies =
            new Proxies(
                    Stream.of("127.0.0.0/8", "10.1.2.3", "fd00::/8")
                            .map(AddressRange::parse)
                            .toList());

    private String client(String peer, String... forwardedFor) {
        return proxies.client(InetAddress.ofLiteral(peer), List.of(forwardedFor)).getHostAddress();
    }

    @Test
    void the_right_most_untrusted_address_is_the_client() {
        assertThat(client("127.0.0.1", "1.1.1.1, 2.2.2.2")).isEqualTo("2.2.2.2");
        assertThat(client("127.0.0.1", "1.1.1.1, 2.2.2.2, 10.1.2.3")).isEqualTo("2.2.2.2");
        assertThat(client("fd12::1", "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(client("127.0.0.1", "1.1.1.1", "2.2.2.2,10.1.2.3")).isEqualTo("2.2.2.2");
    }

    @Test
    void an_untrusted_peer_says_nothing_about_itself() {
        assertThat(client("9.9.9.9", "1.1.1.1")).isEqualTo("9.9.9.9");
        assertThat(client("10.1.2.4", "1.1.1.1")).isEqualTo("10.1.2.4");
    }

    @Test
    void without_the_header_the_proxy_is_the_client() {
        assertThat(client("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(client("127.0.0.1", "127.0.0.2")).isEqualTo("127.0.0.2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "",
                "1.1.1.1, _hidden",
                "1.1.1.1, evil.example",
                "1.2.3",
                "::1%lo"
            })
    void what_is_no_address_is_not_looked_up(String header) {
        assertThat(client("127.0.0.1", header)).isEqualTo("127.0.0.1");
    }

    @Test
    void ports_are_left_out() {
        assertThat(client("127.0.0.1", "1.1.1.1:5555")).isEqualTo("1.1.1.1");
        assertThat(client("127.0.0.1", "[2001:db8::7]:5555")).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 9.9.9.9, true",
        "192.168.16.0/20, 192.168.31.255, true",
        "192.168.16.0/20, 192.168.32.0, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "0.0.0.0/0, ::1, false",
        "10.0.0.1/32, 10.0.0.1, true",
        "10.0.0.0/31, 10.0.0.2, false",
    })
    void ranges_hold_what_they_say(String range, String address, boolean inside) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0",
                "10.0.0/8",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "::/129"
            })
    void what_is_no_range_is_refused(String range) {
        assertThatThrownBy(() -> AddressRange.parse(range))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
