package dev.latchkey.core.signin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.session.Carrier;

import org.jspecify.annotations.Nullable;

/**
 * What a door wants of a sign-in.
 *
 * @param returnTo where a flow leads afterwards, told back to the client as it came; or null
 */
public record Wish(
        OrganizationChoice choice, Carrier carrier, @Nullable String returnTo, Origin origin) {}
