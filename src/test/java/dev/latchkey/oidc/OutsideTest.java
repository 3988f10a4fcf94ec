package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

class OutsideTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "100.100.100.200",
                "0.0.0.0",
                "[::]",
                "224.0.0.1",
                "[::ffff:169.254.169.254]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::1]"
            })
    void where_secrets_lie_about_nothing_is_sent(String host) throws Exception {
        var address = InetAddress.getByName(host.replaceAll("[\\[\\]]", ""));

        assertThat(new Outside(false).allows(address)).isFalse();
        assertThat(new Outside(true).allows(address)).isFalse();
        assertThatThrownBy(() -> new Outside(true).require(URI.create("http://" + host + "/x")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1"})
    void this_machine_is_sent_to_only_when_we_serve_it_alone(String host) throws Exception {
        assertThat(new Outside(false).allows(InetAddress.getByName(host))).isFalse();
        assertThat(new Outside(true).allows(InetAddress.getByName(host))).isTrue();
    }

    @Test
    void private_networks_are_where_applications_live() throws Exception {
        for (var host : new String[] {"10.1.2.3", "192.168.1.1", "192.0.2.1", "fd12::1"}) {
            assertThat(new Outside(false).allows(InetAddress.getByName(host))).as(host).isTrue();
        }
    }
}
