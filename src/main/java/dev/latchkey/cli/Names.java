package dev.latchkey.cli;

import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.LoginName;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;
import dev.latchkey.store.Stores;

/** What people type for users, organizations and roles, and what it stands for. */
record Names(Stores stores) {

    /** By id, email or user name. */
    User user(String typed) {
        return Uuids.parse(typed)
                .flatMap(id -> stores.accounts().find(new UserId(id)))
                .or(() ->
                        stores.accounts()
                                .findForSignIn(LoginName.of(typed))
                                .map(found -> found.user()))
                .orElseThrow(() ->
                        new Unanswerable(
                                "There is no user '"
                                        + typed
                                        + "'. 'latchkey user list' shows all."));
    }

    /** By id or slug. */
    Organization organization(String typed) {
        return Uuids.parse(typed)
                .flatMap(id -> stores.organizations().find(new OrgId(id)))
                .or(() -> stores.organizations().findBySlug(typed))
                .orElseThrow(() ->
                        new Unanswerable(
                                "There is no organization '"
                                        + typed
                                        + "'. 'latchkey org list' shows all."));
    }

    static Role role(String typed) {
        return Role.parse(typed)
                .orElseThrow(() ->
                        new Unanswerable(
                                "'"
                                        + typed
                                        + "' is no role: owner, admin, member, or a lower-case name"
                                        + " of your own."));
    }
}
