package dev.latchkey.config;

/** {@code log.*}. */
final class LogSection {
    private final Key<Config.Log.Level> level;

    LogSection(Table table) {
        level =
                table.key(
                        "log.level",
                        Kinds.choice(Config.Log.Level.class),
                        "info",
                        "The least serious lines that are written, to standard error.");
    }

    Config.Log read(Settings settings) {
        return new Config.Log(settings.get(level));
    }
}
