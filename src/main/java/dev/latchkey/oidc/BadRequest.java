package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/**
 * A request that the protocol itself refuses (RFC 6749, sections 4.1.2.1 and 5.2). Never leaves
 * this room. No stack trace.
 */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ErrorObject error;

    BadRequest(ErrorObject error) {
        super(error.getCode(), null, false, false);
        this.error = error;
    }

    /** {@code invalid_request}; the description loses the characters that it must not have. */
    static BadRequest invalid(String description) {
        return new BadRequest(
                OAuth2Error.INVALID_REQUEST.setDescription(
                        ErrorObject.removeIllegalChars(description)));
    }

    ErrorObject error() {
        return error;
    }
}
