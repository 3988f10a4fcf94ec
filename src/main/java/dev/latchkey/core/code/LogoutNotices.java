package dev.latchkey.core.code;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The store of notices that wait to be sent. */
public interface LogoutNotices {

    /** Due at once. */
    void put(LogoutNotice notice);

    /** Those that are due; nobody else gets them before {@code until}. */
    List<LogoutNotice> claim(Instant now, Instant until, int limit);

    void done(UUID id);

    void retry(UUID id, Instant nextTry);
}
