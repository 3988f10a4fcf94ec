package dev.latchkey.mail;

import dev.latchkey.core.mail.Message;

import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way. The same at every attempt, so that whoever gets it twice can tell.
 *
 * @param id names its Message-ID and its file
 * @param writtenAt when it was queued
 */
public record Letter(UUID id, Message message, Instant writtenAt) {}
