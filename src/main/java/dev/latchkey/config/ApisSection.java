package dev.latchkey.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code apis.*}. */
final class ApisSection {
    private static final Map<String, String> AIVO_ROLES =
            Map.of(
                    "server-administrator", "super_admin",
                    "owner", "tenant_admin",
                    "admin", "tenant_admin",
                    "instructor", "instructor",
                    "*", "learner");

    private final EndpointKeys trieve;
    private final EndpointKeys nuextract;
    private final EndpointKeys semaphore;
    private final EndpointKeys aivo;
    private final Key<Map<String, String>> aivoRoles;
    private final EndpointKeys nap;
    private final Key.Hidden<List<SecretText>> napApiKeys;
    private final Key<Boolean> napVerifyEmailAlwaysOk;

    ApisSection(Table table) {
        trieve = new EndpointKeys(table, "trieve", "/trieve", "8090");
        nuextract = new EndpointKeys(table, "nuextract", "/nuextract/v1", "8091");
        semaphore = new EndpointKeys(table, "semaphore", "/semaphore/api", "3000");
        aivo = new EndpointKeys(table, "aivo", "/aivo/auth/v1", "8092");
        aivoRoles =
                table.optional(
                        "apis.aivo.roles",
                        Kinds.pairs(role(), aivoRole()),
                        "What Aivo calls a role of ours. What is given here is put over these:"
                                + " owner and admin are tenant_admin, instructor is instructor,"
                                + " server-administrator is super_admin, and * (any other) is"
                                + " learner.");
        nap = new EndpointKeys(table, "nap", "/nap", "3360");
        napApiKeys =
                table.hidden(
                        "apis.nap.api-keys",
                        Kinds.secret().list(),
                        "The keys of which a NAP client must send one as X-NAP-API-Key. Without"
                                + " any, that header is ignored.");
        napVerifyEmailAlwaysOk =
                table.key(
                        "apis.nap.verify-email-always-ok",
                        Kinds.yesNo(),
                        "false",
                        "Whether NAP's request for a new verification mail answers 200 for an"
                                + " unknown address too.");
    }

    private static Kind<String> role() {
        return Kind.of(
                "a role of ours, server-administrator, or *",
                "teacher",
                text -> {
                    if (text.isEmpty()) {
                        throw new BadValue("has a pair without a role before the sign.");
                    }
                    return text;
                });
    }

    private static Kind<String> aivoRole() {
        List<String> roles = List.of("super_admin", "tenant_admin", "instructor", "learner");
        String name = "one of " + String.join(", ", roles);
        return Kind.of(
                name,
                "instructor",
                text -> {
                    if (!roles.contains(text)) {
                        throw BadValue.of(text, "is not " + name + ".");
                    }
                    return text;
                });
    }

    Config.Apis read(Settings settings) {
        Map<String, String> roles = new LinkedHashMap<>(AIVO_ROLES);
        Map<String, String> given = settings.find(aivoRoles);
        if (given != null) {
            roles.putAll(given);
        }
        List<SecretText> apiKeys = settings.find(napApiKeys);
        return new Config.Apis(
                trieve.read(settings),
                nuextract.read(settings),
                semaphore.read(settings),
                new Config.Aivo(aivo.read(settings), Map.copyOf(roles)),
                new Config.Nap(
                        nap.read(settings),
                        apiKeys == null ? List.of() : apiKeys,
                        settings.get(napVerifyEmailAlwaysOk)));
    }

    List<EndpointKeys> endpoints() {
        return List.of(trieve, nuextract, semaphore, aivo, nap);
    }
}
