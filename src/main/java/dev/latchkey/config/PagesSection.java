package dev.latchkey.config;

import java.nio.file.Path;

/** {@code pages.*}. */
final class PagesSection {
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
        return new Config.Pages(
                settings.get(name),
                Pictures.read(settings, logo),
                settings.find(colour),
                settings.get(language));
    }
}
