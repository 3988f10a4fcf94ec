package dev.latchkey.mail;

import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;

/** What went wrong with a mail server, in one line: the innermost cause knows it best. */
final class SmtpAnswer {
    private static final int LONGEST = 300;

    private SmtpAnswer() {}

    static String of(MessagingException e) {
        Throwable innermost = e;
        for (Throwable next = e; next != null; next = after(next)) {
            innermost = next;
        }
        var words = innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
        var line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static @Nullable Throwable after(Throwable e) {
        return e instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : e.getCause();
    }
}
