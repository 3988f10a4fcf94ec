package dev.latchkey.core;

import dev.latchkey.core.token.Secret;
import java.net.URI;

/** Addresses of our own pages, for mails and redirects. */
public record Links(URI publicUrl) {

    public String verifyEmail(Secret token) {
        return publicUrl + "/auth/verify-email?token=" + token.text();
    }

    public String invitation(String code) {
        return publicUrl + "/auth/invitation?code=" + code;
    }

    public String setup(Secret link) {
        return publicUrl + "/auth/setup?token=" + link.text();
    }

    public String signInPage() {
        return publicUrl + "/auth/login";
    }

    public String home() {
        return publicUrl + "/";
    }
}
