package dev.latchkey.bench;

import one.convert.Arguments;
import one.convert.JfrToFlame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A flame graph in {@code bench/flames}, out of what the JVM's flight recorder saw of servers. */
final class Flame {
    private static final Path FOLDER = Path.of("bench/flames");
    private static final String SAMPLED =
            "jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=";

    /** A row of a Markdown table. */
    static final String ROW = "| flame graphs | in %s | | | |".formatted(FOLDER);

    /** Often enough for some seconds of work. */
    static final int MILLIS = 5;

    private final String name;
    private final Path parts;
    private final List<Path> recorded = new ArrayList<>();

    private Flame(String name, Path parts) {
        this.name = name;
        this.parts = parts;
    }

    static Flame of(String name) throws IOException {
        return new Flame(name, Files.createTempDirectory("latchkey-" + name));
    }

    /**
     * Settings of a server that is recorded from its start to its end.
     *
     * @param millis of a processor's time from one sample to the next
     */
    Map<String, String> settings(int millis) {
        var part = parts.resolve(recorded.size() + ".jfr");
        recorded.add(part);
        return Map.of(
                "LATCHKEY_JAVA_OPTS",
                "-XX:StartFlightRecording:%s%dms,filename=%s -Xlog:jfr+startup=off"
                        .formatted(SAMPLED, millis, part));
    }

    /** The processors' time in all that was recorded, once the servers have ended. */
    void drawTime(String... options) throws IOException {
        draw("CPU time", List.of("--cpu-time"), options);
    }

    /** The bytes that were allocated in all that was recorded. */
    void drawAllocations(String... options) throws IOException {
        draw("bytes allocated", List.of("--alloc", "--total"), options);
    }

    private void draw(String what, List<String> kind, String... options) throws IOException {
        var all = parts.resolve("all.jfr");
        for (var part : recorded) {
            // A recording is made of chunks that stand for themselves.
            Files.write(
                    all,
                    Files.readAllBytes(part),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            Files.delete(part);
        }
        Files.createDirectories(FOLDER);
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(kind);
        arguments.addAll(List.of("--norm", "--simple", "--minwidth", "0.3"));
        arguments.addAll(List.of("--title", "Latchkey, %s: %s".formatted(what, name)));
        JfrToFlame.convert(
                all.toString(),
                FOLDER.resolve(name + ".html").toString(),
                new Arguments(arguments.toArray(String[]::new)));
        Files.delete(all);
        Files.delete(parts);
    }

    /** Only what was sampled in so many seconds before the end. */
    static String[] last(int seconds) {
        return new String[] {"--from", Long.toString(-1000L * seconds)};
    }
}
