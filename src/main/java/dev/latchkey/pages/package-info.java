/**
 * The hosted pages: sign-in, sign-up, verification, invitations, setup, sign-out, and what is shown
 * when something is wrong.
 *
 * <p>Owns what people read and the protection of forms. Leaves every rule to the core; knows no API
 * and no OpenID message.
 */
@NullMarked
package dev.latchkey.pages;

import org.jspecify.annotations.NullMarked;
