package dev.latchkey.core.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that pages and mails are written in. */
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch");

    private static final int LONGEST = 200;

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /**
     * The one that somebody likes best (RFC 4647, section 3.4), or nothing when none of ours is
     * among those they named.
     *
     * @param wishes an {@code Accept-Language} header, or OpenID Connect's {@code ui_locales}
     */
    public static Optional<Language> best(String wishes) {
        if (wishes.isBlank() || wishes.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var ranges = Locale.LanguageRange.parse(wishes.strip().replaceAll("(?<![,;]) +", ","));
            var tags = Arrays.stream(values()).map(Language::tag).toList();
            return Optional.ofNullable(Locale.lookupTag(ranges, tags)).flatMap(Language::tagged);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Language> tagged(String tag) {
        return List.of(values()).stream().filter(own -> own.tag.equals(tag)).findFirst();
    }
}
