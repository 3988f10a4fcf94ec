package dev.latchkey.pages;

import java.util.List;
import java.util.Optional;

/**
 * A browser or program in words, guessed from its {@code User-Agent}.
 *
 * @param program Firefox, Chrome, curl, or empty
 * @param system Windows, Android, or empty
 */
record Device(String program, String system) {
    private record Mark(String in, String name) {}

    /** Most browsers name those they descend from: the youngest come first. */
    private static final List<Mark> PROGRAMS =
            List.of(
                    new Mark("Edg", "Edge"),
                    new Mark("OPR/", "Opera"),
                    new Mark("SamsungBrowser/", "Samsung Internet"),
                    new Mark("Firefox/", "Firefox"),
                    new Mark("FxiOS/", "Firefox"),
                    new Mark("CriOS/", "Chrome"),
                    new Mark("Chrome/", "Chrome"),
                    new Mark("Safari/", "Safari"),
                    new Mark("curl/", "curl"),
                    new Mark("python", "Python"),
                    new Mark("Java-http-client", "Java"),
                    new Mark("okhttp", "OkHttp"),
                    new Mark("node", "Node.js"),
                    new Mark("Go-http-client", "Go"));

    private static final List<Mark> SYSTEMS =
            List.of(
                    new Mark("iPhone", "iPhone"),
                    new Mark("iPad", "iPad"),
                    new Mark("Android", "Android"),
                    new Mark("Windows", "Windows"),
                    new Mark("CrOS", "ChromeOS"),
                    new Mark("Mac OS X", "macOS"),
                    new Mark("Linux", "Linux"));

    static Device of(String userAgent) {
        return new Device(
                first(PROGRAMS, userAgent).orElse(""), first(SYSTEMS, userAgent).orElse(""));
    }

    private static Optional<String> first(List<Mark> marks, String text) {
        return marks.stream().filter(mark -> text.contains(mark.in())).map(Mark::name).findFirst();
    }
}
