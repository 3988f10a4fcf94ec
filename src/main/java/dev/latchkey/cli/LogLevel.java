package dev.latchkey.cli;

import dev.latchkey.config.Config;

import java.util.Locale;

/** The log follows the settings, if nothing has been logged before. */
final class LogLevel {
    private LogLevel() {}

    static Config follow(Config config) {
        System.setProperty(
                "org.slf4j.simpleLogger.defaultLogLevel",
                config.log().level().name().toLowerCase(Locale.ROOT));
        return config;
    }
}
