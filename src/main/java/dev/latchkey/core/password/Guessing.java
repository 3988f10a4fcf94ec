package dev.latchkey.core.password;

import java.util.List;

/** Knows what people usually choose. */
@FunctionalInterface
public interface Guessing {
    /**
     * Whether a password would be among the first that somebody tries: a common one, a keyboard
     * pattern or repetition, or hardly more than one of the words.
     *
     * @param words what everybody knows about the account and the server
     */
    boolean isEasy(String password, List<String> words);
}
