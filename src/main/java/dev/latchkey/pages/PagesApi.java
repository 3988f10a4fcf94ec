package dev.latchkey.pages;

import dev.latchkey.core.Links;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.account.FirstAdministrator;
import dev.latchkey.core.account.SignUp;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.org.AcceptInvitation;
import dev.latchkey.core.org.ShowInvitation;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.verification.SendVerification;
import dev.latchkey.core.verification.VerifyEmail;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.door.ErrorPage;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.Link;
import dev.latchkey.pages.view.MessageView;
import dev.latchkey.pages.view.MessageView.Tone;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** All hosted pages. Whatever goes wrong is said on a page, too. */
public final class PagesApi extends SortedApi implements ErrorPage {
    static final String DOOR = "pages";

    private final Paper paper;
    private final List<Route> routes = new ArrayList<>();

    /**
     * @param formTargets origins that a sign-in may end at, besides our own: where redirects are
     *     allowed to, and where APIs have ports or host names of their own
     * @param letters null when mail is really sent
     */
    public PagesApi(
            Links links,
            List<String> formTargets,
            PageStep steps,
            BrowserSession session,
            PasswordSignIn signIn,
            EndSession endSession,
            SignUp signUp,
            SignUpRules signUpRules,
            VerifyEmail verifyEmail,
            SendVerification sendVerification,
            ShowInvitation showInvitation,
            AcceptInvitation acceptInvitation,
            FirstAdministrator firstAdministrator,
            @Nullable Letters letters) {
        paper = new Paper(formTargets);
        var secure = links.publicUrl().getScheme().equals("https");
        var desk = new Desk(links, steps, new FormGuard(steps, links.publicUrl(), secure), paper);
        var checkMail = new CheckMail(desk, sendVerification);
        var entrance = new Entrance(signIn, endSession, session, checkMail, desk);
        var outboxPage = new OutboxPage(letters, links.publicUrl(), paper);
        routes.addAll(new LoginPage(desk, entrance, signUpRules).routes());
        routes.addAll(
                new SignUpPage(desk, signUp, signUpRules, showInvitation, checkMail, entrance)
                        .routes());
        routes.addAll(checkMail.routes());
        routes.addAll(new VerifyEmailPage(desk, verifyEmail).routes());
        routes.addAll(new InvitationPage(desk, showInvitation, acceptInvitation, session).routes());
        routes.addAll(new SetupPage(desk, firstAdministrator, entrance).routes());
        routes.addAll(new LogoutPage(desk, session, endSession).routes());
        routes.addAll(new HomePage(paper, session, signUpRules, outboxPage).routes());
        routes.addAll(outboxPage.routes());
        routes.addAll(Assets.routes());
    }

    @Override
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    @Override
    public Reply of(int status, String title, String text) {
        var view =
                new MessageView(title, text, Tone.BAD, List.of(new Link("/", "To the start page")));
        return paper.print(status, "message", view);
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        var words = Words.of(refusal);
        var page = of(words.status(), "That did not work", words.text());
        return words.retryAfter() == null ? page : retryAfter(page, words.retryAfter());
    }

    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        return switch (problem.status()) {
            case 404 -> of(404, "Not found", "There is nothing at this address.");
            case 500 -> of(500, "Something went wrong", problem.getMessage());
            default -> of(problem.status(), "That did not work", problem.getMessage());
        };
    }
}
