package dev.latchkey.pages;

import dev.latchkey.core.Links;
import dev.latchkey.core.language.Language;

import java.time.Clock;
import java.util.List;

/**
 * What the operator decided about the pages.
 *
 * @param formTargets origins that a sign-in may end at, besides our own: where redirects are
 *     allowed to, and where APIs have ports or host names of their own
 * @param look name, logo and colours
 * @param language for browsers that name none of ours
 */
public record PageSettings(
        Links links, List<String> formTargets, Look look, Language language, Clock clock) {
    boolean secure() {
        return links.publicUrl().getScheme().equals("https");
    }
}
