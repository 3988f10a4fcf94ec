package dev.latchkey.pages;

import dev.latchkey.core.Links;
import dev.latchkey.core.Refused;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.Told;

import java.util.List;

/** What every page with a form needs: the guard, the printer, the way on. */
record Desk(Links links, PageStep steps, FormGuard guard, Paper paper) {

    /** Something that was wrong with a form, and with which status it is said. */
    record Trouble(int status, Told told) {
        static final Trouble NONE = new Trouble(200, Told.NOTHING);
        static final Trouble STALE = new Trouble(403, Told.general(FormGuard.STALE));
    }

    /** Shows a form (again). */
    @FunctionalInterface
    interface Showing {
        Reply show(Trouble trouble);
    }

    /** Does what a form asks for. */
    @FunctionalInterface
    interface Doing {
        Reply run();
    }

    /**
     * Does what a form asks for when it is really ours; shows it again when it is not, or when the
     * core refuses.
     */
    Reply handle(Call call, Typed typed, Showing showing, Doing doing) {
        if (!guard.isOurs(call, typed)) {
            return showing.show(Trouble.STALE);
        }
        try {
            return doing.run();
        } catch (Refused refused) {
            var words = Words.of(refused.refusal());
            var page = showing.show(new Trouble(words.status(), words.told()));
            return words.retryAfter() == null
                    ? page
                    : SortedApi.retryAfter(page, words.retryAfter());
        }
    }

    /**
     * Where to go afterwards: the landing page when nobody said. Refuses with SignInStepInvalid.
     */
    Onward onward(String sealed) {
        return sealed.isEmpty() ? new Onward("/") : Onward.open(steps, sealed);
    }

    /** Where a form with this step may lead to in the end. */
    List<String> targets(String sealed) {
        return onward(sealed).leadsTo();
    }

    /** An absolute URL of ours, under the name that the browser calls us by. */
    String here(Call call, String path) {
        return LoopbackNames.as(call.header("Host"), links.publicUrl()) + path;
    }
}
