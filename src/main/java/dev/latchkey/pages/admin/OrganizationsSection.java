package dev.latchkey.pages.admin;

import dev.latchkey.core.org.ChangeMembers;
import dev.latchkey.core.org.ChangeOrganization;
import dev.latchkey.core.org.CreateOrganization;
import dev.latchkey.core.org.FindOrganizations;
import dev.latchkey.core.org.Invite;
import dev.latchkey.core.org.ProveDomain;
import dev.latchkey.core.org.RevokeInvitation;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.Tab;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /admin/organizations}: who belongs together.
 *
 * @param joins whether domains let anybody join on this server
 */
public record OrganizationsSection(
        FindOrganizations find,
        CreateOrganization create,
        ChangeOrganization change,
        ChangeMembers members,
        Invite invite,
        RevokeInvitation revokeInvitation,
        ProveDomain domains,
        boolean joins)
        implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.ORGANIZATIONS);
    }

    @Override
    public List<String> words() {
        return List.of("organizations");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return Stream.concat(
                        new OrganizationsPage(desk, this).routes().stream(),
                        new OrganizationPage(desk, this).routes().stream())
                .toList();
    }
}
