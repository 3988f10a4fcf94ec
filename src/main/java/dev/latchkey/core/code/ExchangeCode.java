package dev.latchkey.core.code;

import dev.latchkey.core.Origin;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.session.Grants;

import org.jspecify.annotations.Nullable;

/** Turns a code into what carries the session it stands for, once (RFC 6749, section 4.1.3). */
public final class ExchangeCode {
    private final RedeemCode redeem;
    private final Grants grants;

    public ExchangeCode(RedeemCode redeem, Grants grants) {
        this.redeem = redeem;
        this.grants = grants;
    }

    /** Refuses with CodeInvalid, as {@link RedeemCode#run} does. */
    public Grant run(
            String clientId,
            String code,
            String redirectUri,
            @Nullable String verifier,
            Carrier carrier,
            Origin origin) {
        var redeemed = redeem.run(clientId, code, redirectUri, verifier, origin);
        return grants.carry(redeemed.session(), redeemed.user(), carrier);
    }
}
