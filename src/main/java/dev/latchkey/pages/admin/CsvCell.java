package dev.latchkey.pages.admin;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * A cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula: strangers choose what
 * their browser calls itself, and that is in the log (OWASP, CSV Injection).
 */
final class CsvCell {
    /** Also behind what another country's spreadsheet parts cells at, and in full width. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;,|])([\\s\"']*)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029]");

    private CsvCell() {}

    static String of(@Nullable String value) {
        if (value == null) {
            return "\"\"";
        }
        var line = CONTROL.matcher(value).replaceAll(" ");
        var text = FORMULA.matcher(line).replaceAll("$1'$2");
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
