package dev.latchkey.core;

import dev.latchkey.core.token.Secret;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of our own pages, for mails and redirects. */
public record Links(URI publicUrl) {

    public String verifyEmail(Secret token) {
        return publicUrl + "/auth/verify-email?token=" + token.text();
    }

    public String resetPassword(Secret token) {
        return publicUrl + "/auth/reset-password?token=" + token.text();
    }

    public String newEmail(Secret token) {
        return publicUrl + "/account/email/confirm?token=" + token.text();
    }

    public String invitation(String code) {
        return publicUrl + "/auth/invitation?code=" + code;
    }

    public String setup(Secret link) {
        return publicUrl + "/auth/setup?token=" + link.text();
    }

    /** Where an app's browser signs in and comes back with a code (RFC 6749, section 4.1.1). */
    public String authorize(String clientId, String redirectUri, String state) {
        return publicUrl
                + "/oidc/authorize?response_type=code&scope=openid+profile+email"
                + "&client_id="
                + encode(clientId)
                + "&redirect_uri="
                + encode(redirectUri)
                + "&state="
                + encode(state);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String signInPage() {
        return publicUrl + "/auth/login";
    }

    /** A path of our own, which begins with one slash. */
    public String local(String path) {
        return publicUrl + path;
    }

    public String home() {
        return publicUrl + "/";
    }
}
