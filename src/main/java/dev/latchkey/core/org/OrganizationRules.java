package dev.latchkey.core.org;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an organization may be called. Says all that is wrong at once. */
final class OrganizationRules {
    static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private OrganizationRules() {}

    /** Refuses with InvalidInput. */
    static void check(String name, String slug, String description) {
        List<Refusal.Field> wrong = new ArrayList<>();
        if (name.isBlank() || !isPlain(name, LONGEST_NAME)) {
            wrong.add(
                    new Refusal.Field(
                            "name", "has to have 1 to " + LONGEST_NAME + " printable characters"));
        }
        if (!SLUG.matcher(slug).matches()) {
            wrong.add(
                    new Refusal.Field(
                            "slug",
                            "has to have 1 to 63 lower-case letters, digits and dashes, no dash at"
                                    + " either end"));
        }
        if (!isPlain(description, LONGEST_DESCRIPTION)) {
            wrong.add(
                    new Refusal.Field(
                            "description",
                            "may have at most " + LONGEST_DESCRIPTION + " printable characters"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(new Refusal.InvalidInput(wrong));
        }
    }

    private static boolean isPlain(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
