package dev.latchkey.core.account;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.password.PasswordPolicy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What every new account has to satisfy, whoever makes it. */
public final class NewAccountRules {
    private static final int LONGEST_NAME = 100;

    private final PasswordPolicy passwords;

    public NewAccountRules(PasswordPolicy passwords) {
        this.passwords = passwords;
    }

    /**
     * The parsed address. Refuses with InvalidInput that names every bad field.
     *
     * @param password null when there is none yet
     */
    public Email check(String email, @Nullable String password, String firstName, String lastName) {
        List<Refusal.Field> problems = new ArrayList<>();
        var parsed = Email.parse(email);
        if (parsed.isEmpty()) {
            problems.add(new Refusal.Field("email", "is not an email address"));
        }
        if (password != null) {
            passwords
                    .problem("password", password, List.of(email, firstName, lastName))
                    .ifPresent(problems::add);
        }
        problems.addAll(nameProblems(firstName, lastName));
        if (!problems.isEmpty()) {
            throw new Refused(new Refusal.InvalidInput(problems));
        }
        return parsed.orElseThrow();
    }

    /** What is wrong with somebody's names, whenever they are given. */
    static List<Refusal.Field> nameProblems(String firstName, String lastName) {
        List<Refusal.Field> problems = new ArrayList<>();
        checkName("firstName", firstName, problems);
        checkName("lastName", lastName, problems);
        return problems;
    }

    private static void checkName(String field, String name, List<Refusal.Field> problems) {
        if (name.length() > LONGEST_NAME) {
            problems.add(
                    new Refusal.Field(field, "may have at most " + LONGEST_NAME + " characters"));
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Refusal.Field(field, "holds characters that are not allowed"));
        }
    }
}
