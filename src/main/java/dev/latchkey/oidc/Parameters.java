package dev.latchkey.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of a request. One without a value counts as left out (RFC 6749, section 3.1). */
record Parameters(Map<String, List<String>> all) {
    Parameters {
        if (all.values().stream().anyMatch(Parameters::isEmpty)) {
            var given = new LinkedHashMap<>(all);
            given.values().removeIf(Parameters::isEmpty);
            all = given;
        }
    }

    private static boolean isEmpty(List<String> values) {
        for (var value : values) {
            if (!value.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    /** The only value of a parameter; nothing when it is missing or sent twice. */
    Optional<String> only(String name) {
        var values = all.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    String required(String name) throws BadRequest {
        return only(name).orElseThrow(() -> BadRequest.invalid(name + " is missing"));
    }

    void refuseTwice() throws BadRequest {
        for (var name : all.keySet()) {
            if (all.getOrDefault(name, List.of()).size() > 1) {
                throw BadRequest.invalid("a parameter was sent twice");
            }
        }
    }
}
