package dev.latchkey.pages;

import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.mail.Outbox;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.OutboxView;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code /auth/outbox}: the mails of a server without SMTP, for whoever sits at its machine. They
 * hold links that sign people up, so everybody else is told that there is nothing here, and so is
 * anything that came through a proxy.
 */
final class OutboxPage {
    private static final int SHOWN = 50;
    private static final Pattern WORD = Pattern.compile("\\S+|\\s+");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

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

    private final @Nullable Outbox outbox;
    private final URI publicUrl;
    private final Paper paper;

    /**
     * @param outbox null when mail is really sent
     */
    OutboxPage(@Nullable Outbox outbox, URI publicUrl, Paper paper) {
        this.outbox = outbox;
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
        return outbox != null
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

    private Reply get(Call call) {
        if (outbox == null || !mayRead(call)) {
            throw HttpProblem.notFound();
        }
        var letters = outbox.latest(SHOWN).stream().map(this::view).toList();
        return paper.print(200, "outbox", new OutboxView(letters));
    }

    private OutboxView.Letter view(Outbox.Letter letter) {
        var message = letter.message();
        return new OutboxView.Letter(
                WHEN.format(letter.at()), message.to(), message.subject(), pieces(message.text()));
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
