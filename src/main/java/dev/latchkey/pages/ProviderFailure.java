package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.Link;
import dev.latchkey.pages.view.MessageView;
import dev.latchkey.pages.view.MessageView.Tone;
import dev.latchkey.pages.view.Text;

import java.util.List;

/** Says that a sign-in elsewhere came to nothing, and what to do: nothing is lost of the way. */
record ProviderFailure(Desk desk, Provider provider, Onward onward) {

    Reply page(Call call, Refusal refusal) {
        var text = desk.text(call);
        var words = Words.of(refusal, text);
        var view =
                new MessageView(
                        text.of("elsewhere.failed", provider.name()),
                        text.of("elsewhere.failed.text", words.text(), call.requestId()),
                        Tone.BAD,
                        links(refusal, text));
        return desk.paper().print(call, words.status(), "message", view);
    }

    private List<Link> links(Refusal refusal, Text text) {
        var step = onward.path().equals("/") ? "" : "?step=" + onward.seal(desk.steps());
        if (refusal instanceof Refusal.LinkFirst) {
            return List.of(new Link("/auth/login" + step, text.of("elsewhere.password")));
        }
        return List.of(
                new Link(ProviderPage.BEGIN + provider.id() + step, text.of("elsewhere.again")),
                new Link("/auth/login" + step, text.of("elsewhere.otherwise")));
    }
}
