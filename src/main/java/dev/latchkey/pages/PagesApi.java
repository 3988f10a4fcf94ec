package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.language.Bundle;
import dev.latchkey.core.signin.PageStep;
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
import dev.latchkey.pages.view.Text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All hosted pages. Whatever goes wrong is said on a page, too. */
public final class PagesApi extends SortedApi implements ErrorPage {
    static final String DOOR = "pages";
    private final Desk desk;
    private final List<Route> routes;

    public PagesApi(
            PageSettings settings,
            PageStep steps,
            BrowserSession session,
            RecentSignIn recent,
            List<? extends Section> sections) {
        var tongue = new Tongue(bundle(sections), settings.language(), settings.secure());
        var tabs =
                sections.stream()
                        .flatMap(section -> section.tabs().stream())
                        .collect(Collectors.toUnmodifiableSet());
        var frames = new Frames(tongue, settings.look().brand(), tabs);
        var links = settings.links();
        desk =
                new Desk(
                        links,
                        steps,
                        new FormGuard(steps, links.publicUrl(), settings.secure()),
                        new Paper(frames, tongue, settings.formTargets()),
                        tongue,
                        new Moments(settings.clock()),
                        session,
                        recent);
        routes =
                Stream.concat(
                                sections.stream().flatMap(section -> section.routes(desk).stream()),
                                Assets.routes(settings.look()).stream())
                        .toList();
    }

    private static Bundle bundle(List<? extends Section> sections) {
        var own = sections.stream().flatMap(section -> section.words().stream());
        return Bundle.of(
                PagesApi.class, Stream.concat(Stream.of("common", "refusals"), own).toList());
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    @Override
    public Reply of(Call call, Errand errand, Refusal refusal) {
        return refused(call, title(errand), refusal);
    }

    @Override
    public Reply of(Call call, Errand errand, HttpProblem problem) {
        return problem(call, title(errand), problem);
    }

    private static String title(Errand errand) {
        return "error.title." + errand;
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        return refused(call, "error.title", refusal);
    }

    private Reply refused(Call call, String title, Refusal refusal) {
        var words = Words.of(refusal, desk.text(call));
        var page = of(call, words.status(), title, words.text());
        return words.retryAfter() == null ? page : retryAfter(page, words.retryAfter());
    }

    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        return problem(call, "error.title", problem);
    }

    private Reply problem(Call call, String title, HttpProblem problem) {
        var text = desk.text(call);
        return switch (problem.status()) {
            case 404 -> of(call, 404, "error.nothing.title", text.of("error.nothing.text"));
            case 500 ->
                    of(
                            call,
                            500,
                            "error.fault.title",
                            text.of("error.fault.text", call.requestId()));
            default -> of(call, problem.status(), title, said(problem, text));
        };
    }

    private static String said(HttpProblem problem, Text text) {
        var name = problem.name();
        var key = "error." + (name == null ? problem.status() : name);
        return text.has(key) ? text.of(key) : problem.getMessage();
    }

    private Reply of(Call call, int status, String title, String said) {
        var text = desk.text(call);
        var view =
                new MessageView(
                        text.of(title), said, Tone.BAD, List.of(new Link("/", text.of("go.home"))));
        return desk.paper().print(call, status, "message", view);
    }
}
