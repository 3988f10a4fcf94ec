package dev.latchkey.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.Test;

import java.util.Map;

class AivoRolesTest {

    @Test
    void the_configuration_names_the_roles() {
        var settings =
                Map.of(
                        "LATCHKEY_APIS_AIVO_ROLES",
                        "teacher=instructor,member=instructor,admin=learner");
        try (var server = TestServer.start(settings)) {
            var tenant = server.organization("School").id();
            for (var role : new String[] {"teacher", "member", "admin", "owner", "pupil"}) {
                server.member(tenant, server.loneUser(role + "@example.com"), new Role(role));
            }

            assertThat(roleOf(server, "teacher")).isEqualTo("instructor");
            assertThat(roleOf(server, "member")).isEqualTo("instructor");
            assertThat(roleOf(server, "admin")).isEqualTo("learner");
            assertThat(roleOf(server, "owner")).isEqualTo("tenant_admin");
            assertThat(roleOf(server, "pupil")).isEqualTo("learner");
        }
    }

    @Test
    void an_administrator_of_the_server_is_a_super_admin_whatever_their_role() {
        try (var server = TestServer.start()) {
            var root =
                    server.core()
                            .createUser
                            .run(
                                    new CreateUser.Command(
                                            "root@example.com",
                                            null,
                                            TestServer.PASSWORD,
                                            "R",
                                            "T",
                                            true,
                                            true,
                                            null,
                                            Origin.local("test")));
            server.member(server.organization("School").id(), root, Role.MEMBER);

            assertThat(roleOf(server, "root")).isEqualTo("super_admin");
        }
    }

    private static String roleOf(TestServer server, String name) {
        var session = Aivo.of(server).session(name + "@example.com");
        return session.get("user").get("role").asString();
    }
}
