package dev.latchkey.core.factor;

import java.net.URI;

/**
 * Who we are to an authenticator (Web Authentication, level 3, section 5.1.2): the public URL's
 * host, reached under the public URL's origin and no other.
 */
public record RelyingParty(String id, String origin) {

    public static RelyingParty of(URI publicUrl) {
        return new RelyingParty(
                publicUrl.getHost(), publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
    }

    /** Browsers offer passkeys to names only, over https or on the machine itself. */
    public boolean isPossible() {
        var isName = id.chars().anyMatch(Character::isLetter) && id.indexOf(':') < 0;
        return isName && (origin.startsWith("https://") || id.equals("localhost"));
    }
}
