package dev.latchkey.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code pages.*}. */
final class PagesSection {
    private static final long LARGEST = 256 * 1024;

    private final Key<String> name;
    private final Key<Path> logo;
    private final Key<String> colour;
    private final Key<Config.Pages.Language> language;

    PagesSection(Table table) {
        name =
                table.key(
                        "pages.name",
                        Kinds.line(60),
                        "Latchkey",
                        "What the pages and messages call this server: your product's or company's"
                                + " name.");
        logo =
                table.optional(
                        "pages.logo",
                        Kinds.path().like("./logo.svg"),
                        "The picture beside the name: an SVG, PNG, JPEG or WebP file of at most"
                                + " 256 KiB. It is shown 28 pixels high, on light and dark.");
        colour =
                table.optional(
                        "pages.colour",
                        Kinds.colour(),
                        "The colour of buttons and links. Where it would be hard to read, on light"
                                + " or dark, a shade of it is taken that is not.");
        language =
                table.key(
                        "pages.language",
                        Kinds.choice(Config.Pages.Language.class),
                        "en",
                        "The language of pages and messages for people whose browser names none of"
                                + " ours.");
    }

    Config.Pages read(Settings settings) {
        var named = settings.find(logo);
        var picture = named == null ? null : settings.resolve(named);
        if (picture != null && !isPicture(picture)) {
            settings.refuse(
                    logo, "is no SVG, PNG, JPEG or WebP file of at most 256 KiB that can be read.");
        }
        return new Config.Pages(
                settings.get(name), picture, settings.find(colour), settings.get(language));
    }

    private static boolean isPicture(Path file) {
        try {
            return !Config.Pages.typeOf(file).isEmpty() && Files.size(file) <= LARGEST;
        } catch (IOException _) {
            return false;
        }
    }
}
