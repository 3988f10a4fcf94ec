package dev.latchkey.core.factor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody proved, as words of RFC 8176 ({@code amr}), separated by blanks: {@code pwd},
 * {@code pwd otp mfa}, {@code hwk user mfa}, {@code fed}.
 */
public final class Method {
    public static final String PASSWORD = "pwd";
    public static final String FEDERATED = "fed";
    static final String CODE = "otp";
    private static final String MULTIPLE = "mfa";

    private Method() {}

    /** Whether two factors were proven. */
    public static boolean isMultiple(String method) {
        return words(method).contains(MULTIPLE);
    }

    /** Whether another provider vouched, who is trusted to ask for what it needs. */
    static boolean isFederated(String method) {
        return words(method).contains(FEDERATED);
    }

    /** What is two factors by itself. */
    public static String multiple(String method) {
        return method + " " + MULTIPLE;
    }

    /** What was proven first, with what was proven after it: two factors. */
    public static String and(String method, String second) {
        return Stream.concat(
                        Stream.concat(words(method).stream(), words(second).stream()),
                        Stream.of(MULTIPLE))
                .distinct()
                .sorted((a, b) -> Boolean.compare(a.equals(MULTIPLE), b.equals(MULTIPLE)))
                .collect(Collectors.joining(" "));
    }

    private static List<String> words(String method) {
        return List.of(method.split(" "));
    }
}
