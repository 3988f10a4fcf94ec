package dev.latchkey.dialect.nuextract;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.CreateApiToken;
import dev.latchkey.core.token.ListApiTokens;
import dev.latchkey.core.token.RenameApiToken;
import dev.latchkey.core.token.RevokeApiToken;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.JsonBody;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The caller's tokens: the resource {@code user-tokens}, which released clients call {@code
 * api-keys}.
 */
public final class UserTokens {
    private final Caller caller;
    private final ListApiTokens list;
    private final CreateApiToken create;
    private final RenameApiToken rename;
    private final RevokeApiToken revoke;
    private final Instant neverExpires;

    /**
     * @param neverExpires the date that is told for a token without an end
     */
    public UserTokens(
            CheckCredential check,
            ListApiTokens list,
            CreateApiToken create,
            RenameApiToken rename,
            RevokeApiToken revoke,
            Instant neverExpires) {
        this.caller = new Caller(check);
        this.list = list;
        this.create = create;
        this.rename = rename;
        this.revoke = revoke;
        this.neverExpires = neverExpires;
    }

    /** The four operations below one of the resource's names. */
    List<Route> routes(String path, String idName, TokenAnswer.Shape shape) {
        var one = path + "/{" + idName + "}";
        return List.of(
                Route.get(path, call -> list(call, shape)),
                Route.post(path, call -> create(call, shape)),
                Route.put(one, call -> rename(call, call.param(idName), shape)),
                Route.delete(one, call -> delete(call, call.param(idName))));
    }

    private Reply list(Call call, TokenAnswer.Shape shape) {
        var live = list.live(caller.require(call).user()).stream();
        return Reply.json(
                200,
                live.map(token -> shape.of(token, TokenAnswer.masked(token), neverExpires))
                        .toList());
    }

    private Reply create(Call call, TokenAnswer.Shape shape) {
        var user = caller.require(call).user();
        var body = call.json();
        var name = body.text("name");
        var organization = organization(body);
        body.check();
        var created =
                create.run(
                        new CreateApiToken.Command(
                                user,
                                name,
                                organization,
                                null,
                                Origins.of(call, NuExtractApi.DOOR)));
        return Reply.json(200, shape.of(created.token(), created.secret().text(), neverExpires));
    }

    /** {@code maybeOrga}: an organization's id, or nothing. */
    private static @Nullable OrgId organization(JsonBody body) {
        var text = body.optionalText("maybeOrga");
        if (text == null) {
            return null;
        }
        var id = Uuids.parse(text);
        if (id.isEmpty()) {
            body.problem("maybeOrga", "maybeOrga is no organization's id");
        }
        return id.map(OrgId::new).orElse(null);
    }

    private Reply rename(Call call, String id, TokenAnswer.Shape shape) {
        var user = caller.require(call).user();
        var body = call.json();
        var name = body.text("name");
        body.check();
        var token = rename.run(user, id(id), name, Origins.of(call, NuExtractApi.DOOR));
        return Reply.json(200, shape.of(token, TokenAnswer.masked(token), neverExpires));
    }

    private Reply delete(Call call, String id) {
        revoke.run(caller.require(call).user(), id(id), Origins.of(call, NuExtractApi.DOOR));
        return Reply.empty(200);
    }

    private static ApiTokenId id(String text) {
        return Uuids.parse(text)
                .map(ApiTokenId::new)
                .orElseThrow(() -> new Refused(new Refusal.ApiTokenUnknown()));
    }
}
