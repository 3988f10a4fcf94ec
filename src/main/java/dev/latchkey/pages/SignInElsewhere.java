package dev.latchkey.pages;

import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.core.federation.CompleteSignIn;
import dev.latchkey.core.federation.LinkIdentity;
import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.core.federation.SignInSteps;
import dev.latchkey.core.federation.UnlinkIdentity;
import dev.latchkey.door.BrowserSignIn;
import dev.latchkey.pages.view.ProviderButton;
import dev.latchkey.pages.view.Text;

import java.util.List;

/** What the pages need of other people's sign-in servers. */
public record SignInElsewhere(
        Providers providers,
        SignInSteps steps,
        BrowserSignIn signIn,
        LinkIdentity link,
        UnlinkIdentity unlink,
        ProviderLogos logos,
        boolean secure) {

    public SignInElsewhere(
            Providers providers,
            SignInSteps steps,
            BeginSignIn begin,
            CompleteSignIn complete,
            LinkIdentity link,
            UnlinkIdentity unlink,
            ProviderLogos logos,
            boolean secure) {
        this(
                providers,
                steps,
                new BrowserSignIn(PagesApi.DOOR, begin, complete, secure),
                link,
                unlink,
                logos,
                secure);
    }

    /**
     * The buttons of a page.
     *
     * @param query what goes along: a sealed step, an invitation's code
     */
    List<ProviderButton> buttons(Text text, String query) {
        return providers.foreign().stream().map(provider -> button(text, provider, query)).toList();
    }

    private ProviderButton button(Text text, Provider provider, String query) {
        return new ProviderButton(
                provider.id(),
                text.of("elsewhere.signIn", provider.name()),
                logos.of(provider.id()),
                ProviderPage.BEGIN + provider.id() + (query.isEmpty() ? "" : "?" + query));
    }
}
