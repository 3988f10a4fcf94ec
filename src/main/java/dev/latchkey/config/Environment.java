package dev.latchkey.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the variables that begin with {@code LATCHKEY_}. */
final class Environment {
    /**
     * Variables of ours that are no settings: for the loader, the launcher, and the tests of
     * clients.
     */
    static final Set<String> OTHERS =
            Set.of("LATCHKEY_CONFIG", "LATCHKEY_JAVA_OPTS", "LATCHKEY_OUTBOX");

    /** What Kubernetes and Docker links put beside a service that is called latchkey. */
    private static final Pattern LINK =
            Pattern.compile(
                    "LATCHKEY_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?"
                            + "|PORT_[0-9]+_(TCP|UDP)(_(PROTO|PORT|ADDR))?)");

    private final List<Key<?>> keys;

    Environment(List<Key<?>> keys) {
        this.keys = keys;
    }

    /** Adds what is set to {@code given}, over what is there. */
    List<Problem> read(Map<String, String> variables, Map<String, Given> given) {
        Map<String, String> names = new LinkedHashMap<>();
        keys.stream()
                .filter(key -> !key.isRepeated())
                .forEach(key -> names.put(key.variable(), key.name()));
        RepeatedVariables repeated = new RepeatedVariables(keys);
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(variables)
                .forEach((variable, value) -> {
                    String name = names.getOrDefault(variable, repeated.nameOf(variable));
                    if (name != null) {
                        put(
                                given,
                                name,
                                new Given(new Raw.Text(value), variable, Given.ENVIRONMENT));
                    } else if (isUnknown(variable, value)) {
                        String hint = Names.hint(variable, names.keySet());
                        problems.add(
                                new Problem(
                                        variable,
                                        Given.ENVIRONMENT,
                                        "there is no such setting.",
                                        hint));
                    }
                });
        return problems;
    }

    private static void put(Map<String, Given> given, String name, Given value) {
        if (value.raw().isBlank()) {
            given.remove(name);
        } else {
            given.put(name, value);
        }
    }

    private static boolean isUnknown(String variable, String value) {
        boolean link =
                LINK.matcher(variable).matches()
                        || variable.endsWith("_PORT") && value.matches("(tcp|udp)://.*");
        return variable.startsWith("LATCHKEY_") && !OTHERS.contains(variable) && !link;
    }
}
