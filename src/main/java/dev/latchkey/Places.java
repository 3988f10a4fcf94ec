package dev.latchkey;

import dev.latchkey.Listeners.Place;
import dev.latchkey.config.Config;
import dev.latchkey.config.SecretText;
import dev.latchkey.dialect.aivo.AivoApi;
import dev.latchkey.dialect.aivo.AivoRoles;
import dev.latchkey.dialect.nap.NapApi;
import dev.latchkey.dialect.nap.NapSettings;
import dev.latchkey.http.Api;
import java.time.Clock;
import java.util.List;

/** The five APIs with the use cases they need, and where each hangs. */
final class Places {
    private final Config.Apis config;
    private final Core core;
    private final Clock clock;

    Places(Config.Apis config, Core core, Clock clock) {
        this.config = config;
        this.core = core;
        this.clock = clock;
    }

    List<Place> all() {
        return List.of(
                new Place("aivo", config.aivo().endpoint(), "/aivo/auth/v1", "/auth/v1", aivo()),
                new Place("nap", config.nap().endpoint(), "/nap", "", nap()));
    }

    private Api aivo() {
        return new AivoApi(
                AivoRoles.of(config.aivo().roles()),
                core.passwordSignIn,
                core.refreshSession,
                core.signOut,
                core.check,
                clock);
    }

    private Api nap() {
        var keys = config.nap().apiKeys().stream().map(SecretText::value).toList();
        return new NapApi(
                NapSettings.of(keys, config.nap().verifyEmailAlwaysOk()),
                core.signUp,
                core.passwordSignIn,
                core.chooseOrganization,
                core.refreshSession,
                core.signOut,
                core.sendVerification,
                core.verifyEmail);
    }
}
