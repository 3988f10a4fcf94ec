package dev.latchkey.everydoor;

/** What somebody holds after a sign-in: a bearer token, or the value of a session cookie. */
sealed interface Held {

    record Bearer(String text) implements Held {}

    record Cookie(String value) implements Held {}
}
