package dev.latchkey.pages;

import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.Frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import java.util.List;
import java.util.Map;

/** Prints views with the templates that were compiled into the program. */
public final class Paper {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "dev.latchkey.pages.templates");
    private final Frames frames;
    private final Tongue tongue;
    private final String policy;

    /**
     * @param formTargets origins that a form's answer may redirect to in the end, besides our own
     */
    Paper(Frames frames, Tongue tongue, List<String> formTargets) {
        this.frames = frames;
        this.tongue = tongue;
        this.policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none';"
                        + " base-uri 'none'; "
                        + String.join(" ", "form-action 'self'", String.join(" ", formTargets))
                                .strip();
    }

    /** A page whose forms lead to our own pages, and on to the configured places. */
    public Reply print(Call call, int status, String template, Object view) {
        return print(call, status, template, view, List.of());
    }

    /**
     * The same with more places. Chromium holds every redirect that follows a form to the policy of
     * the form's page, so the whole way has to be on it.
     */
    Reply print(Call call, int status, String template, Object view, List<String> moreTargets) {
        var page = print(frames.around(call), status, template, view, moreTargets);
        return tongue.remembering(call, page);
    }

    /** A page within the account or the administration. */
    public Reply print(
            Call call, Person person, Tab tab, int status, String template, Object view) {
        var page = print(frames.around(call, person, tab), status, template, view, List.of());
        return tongue.remembering(call, page);
    }

    /** The same page, where our own script may run: on those that use a passkey, and no other. */
    static Reply scripted(Reply page) {
        var headers =
                page.headers().stream()
                        .map(header ->
                                header.name().equals("Content-Security-Policy")
                                        ? new Reply.Header(
                                                header.name(),
                                                header.value()
                                                        .replace(
                                                                "default-src 'none';",
                                                                "default-src 'none'; script-src"
                                                                        + " 'self';"))
                                        : header)
                        .toList();
        return new Reply(page.status(), headers, page.body());
    }

    private Reply print(
            Frame frame, int status, String template, Object view, List<String> moreTargets) {
        var html = new StringOutput();
        engine.render(template + ".jte", Map.of("on", frame, "page", view), html);
        // With no-referrer, which is the rule elsewhere, browsers would say "Origin: null" when a
        // form is sent.
        return Reply.html(status, html.toString())
                .with(
                        "Content-Security-Policy",
                        String.join(" ", policy, String.join(" ", moreTargets)).strip())
                .with("Referrer-Policy", "same-origin");
    }
}
