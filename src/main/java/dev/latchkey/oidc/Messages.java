package dev.latchkey.oidc;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Between the http room's calls and the messages of the OpenID library. */
final class Messages {
    private Messages() {}

    /** A call with a form, which the http room has to find well-formed first. */
    static HTTPRequest request(Call call, URI endpoint) {
        call.form();
        var request = new HTTPRequest(HTTPRequest.Method.POST, endpoint);
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        var authorization = call.header("Authorization");
        if (authorization != null) {
            request.setAuthorization(authorization);
        }
        request.setBody(new String(call.body(), StandardCharsets.ISO_8859_1));
        return request;
    }

    static Reply reply(HTTPResponse response) {
        var body = response.getBody();
        var reply =
                body == null
                        ? Reply.empty(response.getStatusCode())
                        : Reply.of(
                                response.getStatusCode(),
                                Reply.JSON,
                                body.getBytes(StandardCharsets.UTF_8));
        for (var header : response.getHeaderMap().entrySet()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                for (var value : header.getValue()) {
                    reply = reply.with(header.getKey(), value);
                }
            }
        }
        return reply;
    }
}
