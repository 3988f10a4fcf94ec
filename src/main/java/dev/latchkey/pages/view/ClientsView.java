package dev.latchkey.pages.view;

import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.RegisteredClient;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The applications, and the form for one more.
 *
 * @param madeId of the one that was made or given a new secret just now, or null
 * @param madeSecret shown this once, or null
 */
public record ClientsView(
        List<Row> clients,
        @Nullable String madeId,
        @Nullable String madeSecret,
        String csrf,
        String name,
        String redirectUris,
        String postLogoutUris,
        String backChannelLogoutUri,
        Told told) {

    /** One application. */
    public record Row(String id, String name, boolean hasSecret, List<String> redirectUris) {
        public static Row of(RegisteredClient client) {
            return new Row(
                    client.id(),
                    client.name(),
                    client.settings().proof() == ClientProof.SECRET,
                    client.settings().redirectUris());
        }
    }
}
