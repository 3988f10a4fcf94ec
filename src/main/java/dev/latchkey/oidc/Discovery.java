package dev.latchkey.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What this provider says of itself (OpenID Connect Discovery 1.0, RFC 8414): what it does, and
 * nothing it does not.
 */
final class Discovery {
    private Discovery() {}

    static byte[] of(URI issuer) {
        var about =
                new OIDCProviderMetadata(
                        new Issuer(issuer),
                        List.of(SubjectType.PUBLIC),
                        URI.create(issuer + OidcApi.JWKS));
        about.setAuthorizationEndpointURI(URI.create(issuer + OidcApi.AUTHORIZE));
        about.setTokenEndpointURI(URI.create(issuer + OidcApi.TOKEN));
        about.setUserInfoEndpointURI(URI.create(issuer + OidcApi.USERINFO));
        about.setScopes(new Scope(Scopes.ALL.toArray(String[]::new)));
        about.setClaims(PersonClaims.NAMES);
        about.setResponseTypes(List.of(ResponseType.CODE));
        about.setResponseModes(List.of(ResponseMode.QUERY));
        about.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE));
        about.setPromptTypes(
                List.of(Prompt.Type.NONE, Prompt.Type.LOGIN, Prompt.Type.SELECT_ACCOUNT));
        about.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
        about.setTokenEndpointAuthMethods(List.of(ClientAuthenticationMethod.NONE));
        about.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        about.setSupportsAuthorizationResponseIssuerParam(true);
        about.setSupportsRequestParam(false);
        about.setSupportsRequestURIParam(false);
        return about.toJSONObject().toJSONString().getBytes(StandardCharsets.UTF_8);
    }
}
