package dev.latchkey.core.mail;

/** A message to one person. */
public record Message(String to, String subject, String text) {}
