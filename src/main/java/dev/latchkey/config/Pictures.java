package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Files with pictures that the pages show. */
public final class Pictures {
    private static final long LARGEST = 256 * 1024;

    private Pictures() {}

    /** The media type that a picture's name tells; empty when it tells none of ours. */
    public static String typeOf(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "webp" -> "image/webp";
            default -> "";
        };
    }

    /** The file that a setting names, if it names one; anything but a picture is reported. */
    static @Nullable Path read(Settings settings, Key<Path> key) {
        var named = settings.find(key);
        var picture = named == null ? null : settings.resolve(named);
        if (picture != null && !isPicture(picture)) {
            settings.refuse(
                    key, "is no SVG, PNG, JPEG or WebP file of at most 256 KiB that can be read.");
        }
        return picture;
    }

    private static boolean isPicture(Path file) {
        try {
            return !typeOf(file).isEmpty() && Files.size(file) <= LARGEST;
        } catch (IOException _) {
            return false;
        }
    }
}
