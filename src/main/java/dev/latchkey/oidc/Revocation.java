package dev.latchkey.oidc;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.code.RevokeClientToken;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

/**
 * A client gives a token back (RFC 7009). What is no token of its own is none: 200 all the same.
 */
final class Revocation {
    private final RevokeClientToken revoke;

    Revocation(RevokeClientToken revoke) {
        this.revoke = revoke;
    }

    Reply answer(Call call, Client client, Parameters parameters) throws BadRequest {
        revoke.run(client, parameters.required("token"), Origins.of(call, OidcApi.DOOR));
        return Reply.empty(200);
    }
}
