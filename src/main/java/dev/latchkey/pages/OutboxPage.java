package dev.latchkey.pages;

import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.OutboxView;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code /auth/outbox}: the mails of a server without SMTP, for whoever sits at its machine. They
 * hold links that sign people up, so everybody else is told that there is nothing here, and so is
 * anything that came through a proxy.
 */
final class OutboxPage {
    private static final int SHOWN = 50;
    private static final Pattern WORD = Pattern.compile("\\S+|\\s+");

    /** Headers that proxies add. */
    private static final List<String> FORWARDED =
            List.of(
                    "Forwarded",
                    "Via",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Proto",
                    "X-Forwarded-Port",
                    "X-Forwarded-Server",
                    "X-Real-IP",
                    "X-Client-IP",
                    "True-Client-IP",
                    "CF-Connecting-IP");

    private final @Nullable Letters letters;
    private final URI publicUrl;
    private final Paper paper;

    /**
     * @param letters null when mail is really sent
     */
    OutboxPage(@Nullable Letters letters, URI publicUrl, Paper paper) {
        this.letters = letters;
        this.publicUrl = publicUrl;
        this.paper = paper;
    }

    List<Route> routes() {
        return List.of(Route.get("/auth/outbox", this::get));
    }

    /**
     * Only a peer on this machine that names this machine: a foreign site whose name was made to
     * point here names itself. An https address means that there is a proxy, whether it says so or
     * not, since this server speaks plain HTTP.
     */
    boolean mayRead(Call call) {
        return letters != null
                && call.remote().isLoopbackAddress()
                && publicUrl.getScheme().equals("http")
                && FORWARDED.stream().allMatch(name -> call.header(name) == null)
                && isNamedLocally(call);
    }

    private boolean isNamedLocally(Call call) {
        var host = call.header("Host");
        var machine = URI.create("http://localhost");
        return LoopbackNames.isUnder(host, machine) || LoopbackNames.isUnder(host, publicUrl);
    }

    private Reply get(Call call) throws IOException {
        if (letters == null || !mayRead(call)) {
            throw HttpProblem.notFound();
        }
        var shown = letters.newest(SHOWN).stream().map(this::view).toList();
        return paper.print(call, 200, "outbox", new OutboxView(shown));
    }

    private OutboxView.Letter view(Letters.Letter letter) {
        return new OutboxView.Letter(
                letter.date(), letter.to(), letter.subject(), pieces(letter.text()));
    }

    private List<OutboxView.Piece> pieces(String text) {
        List<OutboxView.Piece> pieces = new ArrayList<>();
        var words = WORD.matcher(text.strip());
        while (words.find()) {
            var word = words.group();
            pieces.add(new OutboxView.Piece(word, word.startsWith(publicUrl + "/") ? word : null));
        }
        return pieces;
    }
}
