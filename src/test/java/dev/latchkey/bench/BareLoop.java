package dev.latchkey.bench;

import java.io.BufferedReader;
import java.io.IOException;

/** {@link HashLoop} in a process of its own, which rests until it is asked to hash again. */
final class BareLoop implements AutoCloseable {
    private static final int WARM_UP_SECONDS = 3;

    private final Process process;
    private final BufferedReader answers;

    private BareLoop(Process process) {
        this.process = process;
        this.answers = process.inputReader();
    }

    static BareLoop start() throws IOException {
        var loop =
                new BareLoop(
                        new ProcessBuilder(Jvm.command(HashLoop.class))
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start());
        loop.perSecond(WARM_UP_SECONDS);
        return loop;
    }

    /** Hashes per second in so many seconds from now. */
    double perSecond(int seconds) throws IOException {
        var questions = process.outputWriter();
        questions.write(seconds + "\n");
        questions.flush();
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the loop of hashing ended");
        }
        return Double.parseDouble(answer);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
