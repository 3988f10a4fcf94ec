package dev.latchkey.pages;

import dev.latchkey.http.Reply;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import java.util.List;

/** Prints views with the templates that were compiled into the program. */
final class Paper {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "dev.latchkey.pages.templates");
    private final String policy;

    /**
     * @param formTargets origins that a form's answer may redirect to in the end, besides our own
     */
    Paper(List<String> formTargets) {
        this.policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none';"
                        + " base-uri 'none'; "
                        + String.join(" ", "form-action 'self'", String.join(" ", formTargets))
                                .strip();
    }

    /** A page whose forms lead to our own pages, and on to the configured places. */
    Reply print(int status, String template, Object view) {
        return print(status, template, view, List.of());
    }

    /**
     * The same with more places. Chromium holds every redirect that follows a form to the policy of
     * the form's page, so the whole way has to be on it.
     */
    Reply print(int status, String template, Object view, List<String> moreTargets) {
        var html = new StringOutput();
        engine.render(template + ".jte", view, html);
        // With no-referrer, which is the rule elsewhere, browsers would say "Origin: null" when a
        // form is sent.
        return Reply.html(status, html.toString())
                .with(
                        "Content-Security-Policy",
                        String.join(" ", policy, String.join(" ", moreTargets)).strip())
                .with("Referrer-Policy", "same-origin");
    }
}
