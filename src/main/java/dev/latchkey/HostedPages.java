package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.config.Pictures;
import dev.latchkey.config.ProviderConfig;
import dev.latchkey.core.client.Clients;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.mail.Outbox;
import dev.latchkey.pages.ConsentSection;
import dev.latchkey.pages.EntranceSection;
import dev.latchkey.pages.ForgottenSection;
import dev.latchkey.pages.Letters;
import dev.latchkey.pages.LinkedSection;
import dev.latchkey.pages.Look;
import dev.latchkey.pages.PageSettings;
import dev.latchkey.pages.PagesApi;
import dev.latchkey.pages.PasswordSection;
import dev.latchkey.pages.ProfileSection;
import dev.latchkey.pages.ProviderLogos;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.SecuritySection;
import dev.latchkey.pages.SessionsSection;
import dev.latchkey.pages.SignInElsewhere;
import dev.latchkey.pages.TokensSection;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hosted pages with the use cases they need, section by section. */
final class HostedPages {
    private final Config config;
    private final Core core;
    private final Clients clients;
    private final Clock clock;

    HostedPages(Config config, Core core, Clients clients, Clock clock) {
        this.config = config;
        this.core = core;
        this.clients = clients;
        this.clock = clock;
    }

    PagesApi api(BrowserSession browser) {
        var settings =
                new PageSettings(
                        core.links,
                        formTargets(),
                        look(),
                        Translate.language(config.pages()),
                        clock);
        return new PagesApi(settings, core.pageStep, browser, core.factors.recent, sections());
    }

    private List<Section> sections() {
        return Stream.concat(ownSections(), new AdminPages(config, core).sections().stream())
                .toList();
    }

    private Stream<Section> ownSections() {
        var self = core.selfService;
        return Stream.of(
                entrance(),
                new ForgottenSection(self.askReset, self.resetPassword),
                new ProfileSection(self.changeProfile, self.askNewEmail, self.confirmNewEmail),
                new PasswordSection(self.changePassword),
                new SecuritySection(core.factors.forPages()),
                new LinkedSection(elsewhere()),
                new SessionsSection(self.listSessions, core.endSession),
                new TokensSection(
                        core.listApiTokens,
                        core.createApiToken,
                        core.renameApiToken,
                        core.revokeApiToken),
                new ConsentSection(clients, core.openId.giveConsent, core.openId.revokeConsent));
    }

    private EntranceSection entrance() {
        return new EntranceSection(
                core.passwordSignIn,
                core.endSession,
                core.selfService.signUp,
                core.signUpRules,
                core.verifyEmail,
                core.sendVerification,
                core.showInvitation,
                core.acceptInvitation,
                core.firstAdministrator,
                core.chooseOrganization,
                core.factors.forPages(),
                elsewhere(),
                letters());
    }

    private Look look() {
        var pages = config.pages();
        return new Look(pages.name(), picture(pages.logo()), pages.colour());
    }

    private static Look.@Nullable Picture picture(@Nullable Path file) {
        return file == null ? null : read(file);
    }

    private static Look.Picture read(Path file) {
        try {
            return new Look.Picture(Pictures.typeOf(file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("a logo cannot be read: " + e.getMessage(), e);
        }
    }

    private ProviderLogos providerLogos() {
        return new ProviderLogos(
                config.providers().stream()
                        .filter(provider -> provider.logo() != null)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ProviderConfig::id,
                                        provider ->
                                                read(Objects.requireNonNull(provider.logo())))));
    }

    private SignInElsewhere elsewhere() {
        var federation = core.federation;
        return new SignInElsewhere(
                federation.providers,
                federation.steps,
                federation.begin,
                federation.complete,
                federation.link,
                federation.unlink,
                providerLogos(),
                config.server().publicUrl().getScheme().equals("https"));
    }

    private List<String> formTargets() {
        return Translate.allowedRedirects(config).stream()
                .map(HostedPages::origin)
                .distinct()
                .toList();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private @Nullable Letters letters() {
        if (config.mail().smtp() != null) {
            return null;
        }
        var outbox = new Outbox(config.data().outbox());
        return limit ->
                outbox.newest(limit).stream()
                        .map(w -> new Letters.Letter(w.to(), w.subject(), w.date(), w.text()))
                        .toList();
    }
}
