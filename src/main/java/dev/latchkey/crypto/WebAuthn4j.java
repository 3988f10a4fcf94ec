package dev.latchkey.crypto;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;

import dev.latchkey.core.Later;
import dev.latchkey.core.factor.Passkey;
import dev.latchkey.core.factor.RelyingParty;
import dev.latchkey.core.factor.WebAuthn;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Web Authentication by webauthn4j. No attestation is asked for, and none is looked at. */
public final class WebAuthn4j implements WebAuthn {
    private static final Logger LOG = LoggerFactory.getLogger(WebAuthn4j.class);
    private static final byte[] NOBODY = {};
    private static final int LONGEST = 20_000;

    private final RelyingParty party;

    /** It prepares for dozens of formats. */
    private final Later<Library> library = Later.of(Library::load);

    /** The library's parts. */
    private record Library(WebAuthnManager manager, AttestedCredentialDataConverter attested) {
        static Library load() {
            var objects = new ObjectConverter();
            var manager = WebAuthnManager.createNonStrictWebAuthnManager(objects);
            // The core compares the counter, since it also remembers it.
            manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(_ -> {});
            return new Library(manager, new AttestedCredentialDataConverter(objects));
        }
    }

    public WebAuthn4j(RelyingParty party) {
        this.party = party;
    }

    private WebAuthnManager manager() {
        return library.get().manager();
    }

    @Override
    public Optional<Passkey.Credential> registered(String response, byte[] challenge) {
        var parameters = new RegistrationParameters(server(challenge), allowed(), true, true);
        return tried(
                response,
                () -> credential(manager().verifyRegistrationResponseJSON(response, parameters)));
    }

    private Passkey.Credential credential(RegistrationData data) {
        var said = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var key = Objects.requireNonNull(said.getAttestedCredentialData());
        return new Passkey.Credential(
                key.getCredentialId(),
                library.get().attested().convert(key),
                said.getSignCount(),
                said.isFlagUV(),
                said.isFlagBE(),
                said.isFlagBS());
    }

    @Override
    public Optional<byte[]> credentialOf(String response) {
        return tried(
                response,
                () -> manager().parseAuthenticationResponseJSON(response).getCredentialId());
    }

    @Override
    public Optional<Assertion> asserted(
            String response, byte[] challenge, Passkey.Credential credential, boolean verified) {
        var parameters =
                new AuthenticationParameters(
                        server(challenge),
                        record(credential),
                        List.of(credential.id()),
                        verified,
                        true);
        return tried(
                response,
                () -> {
                    var data = manager().verifyAuthenticationResponseJSON(response, parameters);
                    var said = Objects.requireNonNull(data.getAuthenticatorData());
                    return new Assertion(
                            said.getSignCount(), said.isFlagUV(), said.isFlagBS(), handle(data));
                });
    }

    /** NullAway reads the library's mark on this array as one on its elements. */
    @SuppressWarnings("NullAway")
    private static byte[] handle(AuthenticationData data) {
        var handle = data.getUserHandle();
        return handle == null ? NOBODY : handle;
    }

    /**
     * What the library makes of a stranger's bytes. Whatever it throws over them means no: it has
     * an exception of its own for what does not fit, and others for what it cannot read.
     */
    private static <T> Optional<T> tried(String response, Supplier<@Nullable T> reading) {
        if (response.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reading.get());
        } catch (RuntimeException e) {
            LOG.debug("A passkey was refused", e);
            return Optional.empty();
        }
    }

    private CredentialRecordImpl record(Passkey.Credential credential) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                credential.userVerified(),
                credential.backupEligible(),
                credential.backedUp(),
                credential.signCount(),
                library.get().attested().convert(credential.attested()),
                null,
                null,
                null,
                Set.of());
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(com.webauthn4j.data.client.Origin.create(party.origin()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static List<PublicKeyCredentialParameters> allowed() {
        return Stream.of(
                        COSEAlgorithmIdentifier.ES256,
                        COSEAlgorithmIdentifier.EdDSA,
                        COSEAlgorithmIdentifier.RS256)
                .map(algorithm ->
                        new PublicKeyCredentialParameters(
                                PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }
}
