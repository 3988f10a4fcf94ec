package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.language.Language;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.mail.Outbox;
import dev.latchkey.pages.EntranceSection;
import dev.latchkey.pages.Letters;
import dev.latchkey.pages.Look;
import dev.latchkey.pages.PageSettings;
import dev.latchkey.pages.PagesApi;
import dev.latchkey.pages.ProfileSection;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.SecuritySection;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/** The hosted pages with the use cases they need, section by section. */
final class HostedPages {
    private final Config config;
    private final Core core;

    HostedPages(Config config, Core core) {
        this.config = config;
        this.core = core;
    }

    PagesApi api(BrowserSession browser) {
        var settings =
                new PageSettings(core.links, formTargets(), new Look("Latchkey"), Language.ENGLISH);
        return new PagesApi(settings, core.pageStep, browser, sections());
    }

    private List<Section> sections() {
        return List.of(
                entrance(),
                new ProfileSection(core.selfService.changeProfile),
                new SecuritySection(core.factors.forPages()));
    }

    private EntranceSection entrance() {
        return new EntranceSection(
                core.passwordSignIn,
                core.endSession,
                core.signUp,
                core.signUpRules,
                core.verifyEmail,
                core.sendVerification,
                core.showInvitation,
                core.acceptInvitation,
                core.firstAdministrator,
                core.factors.forPages(),
                letters());
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
