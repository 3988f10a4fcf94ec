package dev.latchkey.core.mail;

/**
 * Where the core drops its messages. Called inside a transaction: the message goes out if and only
 * if that commits.
 */
public interface Post {
    void send(Message message);
}
