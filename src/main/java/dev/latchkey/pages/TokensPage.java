package dev.latchkey.pages;

import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.CreateApiToken;
import dev.latchkey.core.token.ListApiTokens;
import dev.latchkey.core.token.RenameApiToken;
import dev.latchkey.core.token.RevokeApiToken;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.util.List;

/** {@code /account/tokens}: tokens for programs: make, rename, revoke. */
final class TokensPage {
    private static final String PATH = Tab.TOKENS.path();

    private final Desk desk;
    private final TokensPaper paper;
    private final CreateApiToken create;
    private final RenameApiToken rename;
    private final RevokeApiToken revoke;

    TokensPage(
            Desk desk,
            ListApiTokens list,
            CreateApiToken create,
            RenameApiToken rename,
            RevokeApiToken revoke) {
        this.desk = desk;
        this.paper = new TokensPaper(desk, list);
        this.create = create;
        this.rename = rename;
        this.revoke = revoke;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                Route.post(PATH, this::make),
                Route.post(PATH + "/rename", this::rename),
                Route.post(PATH + "/revoke", this::revoke));
    }

    private Reply get(Call call) {
        return desk.inside(
                call, PATH, person -> paper.show(call, person, Typed.NOTHING, Desk.Trouble.NONE));
    }

    /** Its secret is on the very page that answers, since it is kept nowhere. */
    private Reply make(Call call) {
        return change(
                call,
                (person, typed) -> {
                    desk.requireRecent(person);
                    var created =
                            create.run(
                                    new CreateApiToken.Command(
                                            person.user().id(),
                                            typed.get("name").strip(),
                                            null,
                                            TokensPaper.lifetime(typed),
                                            desk.origin(call)));
                    return paper.showSecret(call, person, created.secret().text());
                });
    }

    private Reply rename(Call call) {
        return change(
                call,
                (person, typed) -> {
                    rename.run(
                            person.user().id(),
                            new ApiTokenId(typed.id("token")),
                            typed.get("name").strip(),
                            desk.origin(call));
                    return desk.goTo(call, PATH + "?done=saved");
                });
    }

    private Reply revoke(Call call) {
        return change(
                call,
                (person, typed) -> {
                    revoke.run(
                            person.user().id(),
                            new ApiTokenId(typed.id("token")),
                            desk.origin(call));
                    return desk.goTo(call, PATH + "?done=revoked");
                });
    }

    private interface Change {
        Reply run(Person person, Typed typed);
    }

    private Reply change(Call call, Change doing) {
        var typed = new Typed(call.form());
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) -> paper.show(call, person, typed, trouble),
                person -> doing.run(person, typed));
    }
}
