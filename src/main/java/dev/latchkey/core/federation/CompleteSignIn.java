package dev.latchkey.core.federation;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.signin.SignInEnd;

/** From a browser that comes back from a provider to a session. */
public final class CompleteSignIn {

    /** The ways in which it ends well. */
    public sealed interface End {

        /**
         * @param founded whether the user became owner of an organization of their own
         */
        record SignedIn(Grant grant, String returnTo, boolean founded) implements End {}

        /**
         * The account is there, but nobody signs in before its address is proven, and the provider
         * does not say that it is.
         */
        record VerifyEmailFirst(User user, String returnTo) implements End {}

        /** What the provider proves is not all that is asked for, or it was not asked before. */
        record More(SignInEnd end, String returnTo) implements End {}
    }

    private final TakeArrival take;
    private final ArriveUser arrive;

    public CompleteSignIn(TakeArrival take, ArriveUser arrive) {
        this.take = take;
        this.arrive = arrive;
    }

    /**
     * Refuses with SignInStepInvalid (step or state missing, forged, expired, replayed, another
     * door's), ProviderFailed, CodeInvalid, LinkFirst, SignUpClosed, InvitationInvalid, NotAMember,
     * AccountNotActive; nothing is created then.
     *
     * @param placement what this door does when no organization was named
     */
    public End run(Returned back, Placement placement) {
        return take.run(
                back,
                arrived -> {
                    if (arrived.step().linkTo() != null) {
                        throw new Refused(new Refusal.SignInStepInvalid());
                    }
                    return arrive.run(arrived.arrival(), arrived.step(), placement, back.origin());
                });
    }
}
