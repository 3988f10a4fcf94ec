package dev.latchkey.testkit;

import com.microsoft.playwright.Page;

import java.util.List;
import java.util.Map;

/** Somebody else's OpenID provider, running on this machine. */
public interface RealProvider extends AutoCloseable {
    String CLIENT_ID = "latchkey";
    String CLIENT_SECRET = "a-secret-for-tests-only";
    String EMAIL = "grace@example.org";

    /** Where it is, as a server on this port wants to have it. */
    @FunctionalInterface
    interface Start {
        RealProvider at(List<String> redirectUris);
    }

    String id();

    String issuer();

    /** Fills in its pages, as its user grace, until it lets go. */
    void signIn(Page page);

    default Map<String, String> settings() {
        var prefix = "LATCHKEY_PROVIDERS_" + id().toUpperCase(java.util.Locale.ROOT) + "_";
        return Map.of(
                prefix + "ISSUER", issuer(),
                prefix + "CLIENT_ID", CLIENT_ID,
                prefix + "CLIENT_SECRET", CLIENT_SECRET);
    }

    @Override
    void close();
}
