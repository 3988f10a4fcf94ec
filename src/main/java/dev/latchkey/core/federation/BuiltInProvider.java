package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.code.RedeemCode;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Our own OpenID provider, as the doors of this server use it: the browser goes to its
 * authorization endpoint like any other's; the code is redeemed by the same rule as at the token
 * endpoint, without a detour through the network.
 */
public final class BuiltInProvider implements Provider {
    public static final String ID = "latchkey";

    private final URI issuer;
    private final RedeemCode redeem;

    public BuiltInProvider(URI issuer, RedeemCode redeem) {
        this.issuer = issuer;
        this.redeem = redeem;
    }

    @Override
    public Kind kind() {
        return Kind.BUILT_IN;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Latchkey";
    }

    @Override
    public @Nullable String issuer() {
        return null;
    }

    @Override
    public @Nullable String color() {
        return null;
    }

    @Override
    public @Nullable String icon() {
        return null;
    }

    @Override
    public String authorizationUrl(Question question) {
        return issuer
                + "/oidc/authorize?response_type=code&scope=openid+profile+email&code_challenge_method=S256"
                + "&client_id="
                + encode(question.door())
                + "&redirect_uri="
                + encode(question.redirectUri())
                + "&state="
                + encode(question.state())
                + "&nonce="
                + encode(question.nonce())
                + "&code_challenge="
                + encode(question.challenge());
    }

    @Override
    public Arrival arrive(Answer answer, Origin origin) {
        var redeemed =
                redeem.run(
                        answer.door(),
                        answer.code(),
                        answer.redirectUri(),
                        answer.verifier(),
                        origin);
        if (!answer.nonce().equals(redeemed.code().nonce())) {
            throw new Refused(new Refusal.ProviderFailed("the nonce is another one"));
        }
        return new Arrival.Local(redeemed.session());
    }

    /** It is this server. */
    @Override
    public void checkUp() {}

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
