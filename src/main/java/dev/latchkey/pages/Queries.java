package dev.latchkey.pages;

import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;

import java.util.List;
import java.util.Map;

/** What an address says, for what stands around a page: also the page that tells of a bad one. */
final class Queries {
    private Queries() {}

    /** None when they cannot be read; whoever needs one to answer is told so there. */
    static Map<String, List<String>> readable(Call call) {
        try {
            return call.queries();
        } catch (HttpProblem _) {
            return Map.of();
        }
    }
}
