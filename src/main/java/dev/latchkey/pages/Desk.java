package dev.latchkey.pages;

import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.door.Origins;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.Text;
import dev.latchkey.pages.view.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** What every page with a form needs: the guard, the printer, the way on, who is signed in. */
public record Desk(
        Links links,
        PageStep steps,
        FormGuard guard,
        Paper paper,
        Tongue tongue,
        Moments moments,
        BrowserSession session,
        RecentSignIn recent) {

    /** Something that was wrong with a form, and with which status it is said. */
    public record Trouble(int status, Told told) {
        public static final Trouble NONE = new Trouble(200, Told.NOTHING);
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

    /** A page for somebody who is signed in. */
    @FunctionalInterface
    public interface Inside {
        Reply run(Person person);
    }

    /** Shows its form again to somebody who is signed in. */
    @FunctionalInterface
    public interface Again {
        Reply show(Person person, Trouble trouble);
    }

    /**
     * Does what a form asks for when it is really ours; shows it again when it is not, or when the
     * core refuses.
     */
    Reply handle(Call call, Typed typed, Showing showing, Doing doing) {
        return handle(call, guard.isOurs(call, typed), showing, doing);
    }

    /** The same for a form that was shown to this person, in this session. */
    Reply handle(Call call, Person person, Typed typed, Showing showing, Doing doing) {
        return handle(call, guard.isOurs(call, person, typed), showing, doing);
    }

    /** The same when it is known already whether it is ours. */
    Reply handle(Call call, boolean ours, Showing showing, Doing doing) {
        if (!ours) {
            return showing.show(new Trouble(403, Told.general(text(call).of("form.stale"))));
        }
        try {
            return doing.run();
        } catch (Refused refused) {
            if (isAboutTheSession(refused.refusal())) {
                throw refused;
            }
            var words = Words.of(refused.refusal(), text(call));
            var page = showing.show(new Trouble(words.status(), words.told()));
            return words.retryAfter() == null
                    ? page
                    : SortedApi.retryAfter(page, words.retryAfter());
        }
    }

    /**
     * What is wrong with what somebody looks for, to be said beside it. Everything else that is
     * refused is refused.
     */
    public Trouble trouble(Call call, Refused refused) {
        if (refused.refusal() instanceof Refusal.InvalidInput) {
            var words = Words.of(refused.refusal(), text(call));
            return new Trouble(words.status(), words.told());
        }
        throw refused;
    }

    private static boolean isAboutTheSession(Refusal refusal) {
        return refusal instanceof Refusal.RecentSignInNeeded;
    }

    /** Who is signed in at this browser, if anybody is. */
    public Optional<Person> person(Call call) {
        return session.find(call)
                .flatMap(checked ->
                        Optional.ofNullable(checked.session())
                                .map(session -> new Person(checked, session)));
    }

    /**
     * A page for who is signed in; everybody else signs in first and is led to {@code back}. So is
     * who has to sign in again, since a change is too grave for an old sign-in.
     *
     * @param back a path of our own
     */
    public Reply inside(Call call, String back, Inside inside) {
        var person = person(call);
        if (person.isEmpty()) {
            return signIn(call, back, "");
        }
        try {
            return inside.run(person.get());
        } catch (Refused refused) {
            if (isAboutTheSession(refused.refusal())) {
                return signIn(call, back, "&again=true");
            }
            throw refused;
        }
    }

    /**
     * A form of who is signed in: does what it asks for, as {@link #handle} does, for whom {@link
     * #inside} lets in.
     *
     * @param back where the form is shown, a path of our own
     */
    public Reply form(Call call, String back, Typed typed, Again again, Inside doing) {
        return inside(
                call,
                back,
                person ->
                        handle(
                                call,
                                person,
                                typed,
                                trouble -> again.show(person, trouble),
                                () -> doing.run(person)));
    }

    /** The same for a change that is too grave for an old sign-in. */
    public Reply graveForm(Call call, String back, Typed typed, Again again, Inside doing) {
        return form(
                call,
                back,
                typed,
                again,
                person -> {
                    requireRecent(person);
                    return doing.run(person);
                });
    }

    /** Before a page on which something grave is begun. Refuses with RecentSignInNeeded. */
    public void requireRecent(Person person) {
        recent.require(person.session(), person.user());
    }

    private Reply signIn(Call call, String back, String more) {
        var step = new Onward(back).seal(steps);
        return Reply.redirect(303, here(call, "/auth/login?step=" + step + more));
    }

    /** After a form: to a page of ours, which says what became of it. */
    public Reply goTo(Call call, String path) {
        return Reply.redirect(303, here(call, path));
    }

    /**
     * What was done just now: the sentence {@code done.<word>} that the query names, if there is
     * one, and nothing went wrong meanwhile.
     */
    public @Nullable String done(Call call, Trouble trouble) {
        var word = call.query("done");
        var known = trouble.status() == 200 && word != null && text(call).has("done." + word);
        return known ? text(call).of("done." + word) : null;
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
    public String here(Call call, String path) {
        return LoopbackNames.as(call.header("Host"), links.publicUrl()) + path;
    }

    public Text text(Call call) {
        return tongue.of(call);
    }

    public Origin origin(Call call) {
        return Origins.of(call, PagesApi.DOOR).in(tongue.language(call));
    }
}
