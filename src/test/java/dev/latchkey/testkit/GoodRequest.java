package dev.latchkey.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request that an API answers well, to be spoiled by {@link BadInput}.
 *
 * @param path below the API's base
 * @param others further methods that this path knows
 * @param body the members of its JSON body, each as JSON; empty: it has no body
 * @param optional members that may be missing, null or empty
 */
public record GoodRequest(
        String method,
        String path,
        Set<String> others,
        Map<String, String> headers,
        Map<String, String> body,
        Set<String> optional) {

    public static GoodRequest get(String path) {
        return new GoodRequest("GET", path, Set.of("HEAD"), Map.of(), Map.of(), Set.of());
    }

    public static GoodRequest post(String path) {
        return new GoodRequest("POST", path, Set.of(), Map.of(), Map.of(), Set.of());
    }

    public static GoodRequest delete(String path) {
        return new GoodRequest("DELETE", path, Set.of(), Map.of(), Map.of(), Set.of());
    }

    /** The same with a member that holds a text without anything that JSON escapes. */
    public GoodRequest text(String member, String value) {
        var more = new LinkedHashMap<>(body);
        more.put(member, "\"" + value + "\"");
        return new GoodRequest(method, path, others, headers, more, optional);
    }

    public GoodRequest header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new GoodRequest(method, path, others, more, body, optional);
    }

    public GoodRequest optional(String... members) {
        return new GoodRequest(method, path, others, headers, body, Set.of(members));
    }

    /** Says which other methods the path knows. */
    public GoodRequest alsoKnows(String... methods) {
        return new GoodRequest(method, path, Set.of(methods), headers, body, optional);
    }

    String json() {
        return json(body);
    }

    /** The body with one member set to some other JSON. */
    String json(String member, String value) {
        var spoiled = new LinkedHashMap<>(body);
        spoiled.put(member, value);
        return json(spoiled);
    }

    String jsonWithout(String member) {
        var spoiled = new LinkedHashMap<>(body);
        spoiled.remove(member);
        return json(spoiled);
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
