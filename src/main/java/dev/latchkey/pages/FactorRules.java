package dev.latchkey.pages;

import dev.latchkey.core.factor.AddAuthenticator;
import dev.latchkey.core.factor.AddPasskey;
import dev.latchkey.core.factor.ChangeFactors;
import dev.latchkey.core.factor.CheckPasskey;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.signin.EnrolAtSignIn;
import dev.latchkey.core.signin.PasskeySignIn;
import dev.latchkey.core.signin.ProveFactor;

/** The use cases behind the pages about second factors. */
public record FactorRules(
        ProveFactor prove,
        EnrolAtSignIn enrol,
        PasskeySignIn passkeySignIn,
        CheckPasskey passkeys,
        FactorGate gate,
        AddAuthenticator addAuthenticator,
        AddPasskey addPasskey,
        ChangeFactors change) {}
