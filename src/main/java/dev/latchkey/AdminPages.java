package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.admin.AuditSection;
import dev.latchkey.pages.admin.ClientsSection;
import dev.latchkey.pages.admin.KeysSection;
import dev.latchkey.pages.admin.OrganizationsSection;
import dev.latchkey.pages.admin.OverviewSection;
import dev.latchkey.pages.admin.ProvidersSection;
import dev.latchkey.pages.admin.UsersSection;

import java.util.List;

/** The administration's pages with the use cases they need: a line for each entry of the menu. */
final class AdminPages {
    private final Config config;
    private final Core core;

    AdminPages(Config config, Core core) {
        this.config = config;
        this.core = core;
    }

    List<Section> sections() {
        return List.of(
                overview(), users(), organizations(), clients(), providers(), keys(), audit());
    }

    private Section overview() {
        return new OverviewSection(core.administration.showFigures);
    }

    private Section providers() {
        var apis = config.apis();
        return new ProvidersSection(
                core.administration.showProviders,
                config.server().publicUrl(),
                apis.trieve().enabled(),
                apis.semaphore().enabled());
    }

    private Section organizations() {
        var administration = core.administration;
        return new OrganizationsSection(
                administration.findOrganizations,
                core.createOrganization,
                administration.changeOrganization,
                core.changeMembers,
                core.invite,
                administration.revokeInvitation,
                administration.proveDomain,
                core.signUpRules.mode() == SignUpRules.Mode.MULTI);
    }

    private Section users() {
        var users = core.users;
        return new UsersSection(
                users.find,
                users.show,
                users.add,
                core.changeStatus,
                users.changeAdministrator,
                users.sendReset,
                users.end,
                users.takeIdentity,
                core.factors.reset,
                core.federation.providers,
                users.administrators);
    }

    private Section clients() {
        var openId = core.openId;
        return new ClientsSection(
                openId.listClients,
                openId.registerClient,
                openId.changeClient,
                openId.deleteClient);
    }

    private Section keys() {
        return new KeysSection(core.openId.rotateKeys);
    }

    private Section audit() {
        return new AuditSection(core.administration.readAuditLog);
    }
}
