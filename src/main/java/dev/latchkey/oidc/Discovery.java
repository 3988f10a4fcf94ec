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
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import dev.latchkey.core.code.SignInFactors;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What this provider says of itself (OpenID Connect Discovery 1.0, RFC 8414): what it does, and
 * nothing it does not.
 */
final class Discovery {
    private static final List<JWSAlgorithm> ID_TOKENS =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final List<JWSAlgorithm> ASSERTIONS =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final List<ClientAuthenticationMethod> WITH_PROOF =
            List.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                    ClientAuthenticationMethod.CLIENT_SECRET_POST,
                    ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    private static final List<ClientAuthenticationMethod> ALL_METHODS =
            List.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                    ClientAuthenticationMethod.CLIENT_SECRET_POST,
                    ClientAuthenticationMethod.PRIVATE_KEY_JWT,
                    ClientAuthenticationMethod.NONE);

    private Discovery() {}

    static byte[] of(URI issuer) {
        var about =
                new OIDCProviderMetadata(
                        new Issuer(issuer),
                        List.of(SubjectType.PUBLIC),
                        URI.create(issuer + OidcApi.JWKS));
        endpoints(about, issuer);
        about.setScopes(new Scope(Scopes.ALL.toArray(String[]::new)));
        about.setClaims(PersonClaims.NAMES);
        about.setSupportsClaimsParams(true);
        about.setACRs(List.of(new ACR(SignInFactors.ONE), new ACR(SignInFactors.TWO)));
        about.setResponseTypes(List.of(ResponseType.CODE));
        about.setResponseModes(List.of(ResponseMode.QUERY));
        about.setGrantTypes(
                List.of(
                        GrantType.AUTHORIZATION_CODE,
                        GrantType.REFRESH_TOKEN,
                        GrantType.CLIENT_CREDENTIALS));
        about.setPromptTypes(
                List.of(
                        Prompt.Type.NONE,
                        Prompt.Type.LOGIN,
                        Prompt.Type.CONSENT,
                        Prompt.Type.SELECT_ACCOUNT));
        about.setIDTokenJWSAlgs(ID_TOKENS);
        about.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        about.setSupportsAuthorizationResponseIssuerParam(true);
        about.setSupportsRequestParam(false);
        about.setSupportsRequestURIParam(false);
        return about.toJSONObject().toJSONString().getBytes(StandardCharsets.UTF_8);
    }

    private static void endpoints(OIDCProviderMetadata about, URI issuer) {
        about.setAuthorizationEndpointURI(URI.create(issuer + OidcApi.AUTHORIZE));
        about.setTokenEndpointURI(URI.create(issuer + OidcApi.TOKEN));
        about.setTokenEndpointAuthMethods(ALL_METHODS);
        about.setTokenEndpointJWSAlgs(ASSERTIONS);
        about.setUserInfoEndpointURI(URI.create(issuer + OidcApi.USERINFO));
        about.setIntrospectionEndpointURI(URI.create(issuer + OidcApi.INTROSPECT));
        about.setIntrospectionEndpointAuthMethods(WITH_PROOF);
        about.setIntrospectionEndpointJWSAlgs(ASSERTIONS);
        about.setEndSessionEndpointURI(URI.create(issuer + LogoutEndpoint.PATH));
        about.setSupportsBackChannelLogout(true);
        about.setSupportsBackChannelLogoutSession(true);
        about.setRevocationEndpointURI(URI.create(issuer + OidcApi.REVOKE));
        about.setRevocationEndpointAuthMethods(ALL_METHODS);
        about.setRevocationEndpointJWSAlgs(ASSERTIONS);
    }
}
