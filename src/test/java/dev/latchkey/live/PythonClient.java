package dev.latchkey.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script that drives a Python client, running in its virtual environment. */
final class PythonClient implements AutoCloseable {
    private final Path errors;
    private final Process process;
    private final BufferedReader lines;
    private final PrintWriter answers;

    /**
     * Starts a script.
     *
     * @param environment a folder below .venvs
     * @param script the name of a file in src/test/python/live, without its ending
     */
    PythonClient(String environment, String script, Map<String, String> inputs) throws IOException {
        var python = Path.of(".venvs", environment, "bin", "python");
        if (!Files.exists(python)) {
            throw new AssertionError(
                    python + " is missing. src/test/python/install puts it there.");
        }
        errors = Files.createTempFile("latchkey-" + script, ".log");
        var builder =
                new ProcessBuilder(
                        python.toString(),
                        "-B",
                        Path.of("src/test/python/live", script + ".py").toString());
        builder.environment().putAll(inputs);
        process = builder.redirectError(errors.toFile()).start();
        lines = process.inputReader(StandardCharsets.UTF_8);
        answers = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Reads what it prints up to the line with this text; what went wrong when it ends without. */
    void await(String text) throws IOException, InterruptedException {
        String line;
        do {
            line = lines.readLine();
            if (line == null) {
                throw new AssertionError("The script ended before " + text + ":\n" + problem());
            }
        } while (!line.contains(text));
    }

    /** Lets a waiting script go on. */
    void goOn() {
        answers.println();
    }

    /** Waits for its end; what it says was wrong, empty when all was right. */
    String problem() throws IOException, InterruptedException {
        while (lines.readLine() != null) {
            // A full pipe would stop it.
        }
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            return "The script closed its output and did not end.";
        }
        return process.exitValue() == 0 ? "" : Files.readString(errors);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(errors);
    }
}
