package dev.latchkey.dialect.nap;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.latchkey.core.signin.ChooseOrganization;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * {@code HandlersUserFlowData}. What never applies to a flow of ours ({@code ssoProvider}, {@code
 * ssoUserId}, {@code inviteToken}) is left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserFlowData(
        String id,
        String type,
        String userId,
        String email,
        List<OrgCompat> orgs,
        boolean mfaRequired,
        boolean mfaVerified,
        @Nullable String returnTo,
        String createdAt,
        String expiresAt) {
    private static final String LOGIN = "login";

    static UserFlowData of(String flowId, ChooseOrganization.Waiting waiting) {
        var flow = waiting.flow();
        return new UserFlowData(
                flowId,
                LOGIN,
                flow.user().toString(),
                waiting.user().email().text(),
                waiting.memberships().stream().map(OrgCompat::of).toList(),
                flow.needsFactor(),
                flow.isFactorProven(),
                flow.returnTo(),
                flow.createdAt().toString(),
                flow.expiresAt().toString());
    }
}
