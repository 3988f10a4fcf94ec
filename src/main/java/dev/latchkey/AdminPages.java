package dev.latchkey;

import dev.latchkey.pages.Section;
import dev.latchkey.pages.admin.AuditSection;
import dev.latchkey.pages.admin.ClientsSection;
import dev.latchkey.pages.admin.KeysSection;

import java.util.List;

/** The administration's pages with the use cases they need: a line for each entry of the menu. */
final class AdminPages {
    private final Core core;

    AdminPages(Core core) {
        this.core = core;
    }

    List<Section> sections() {
        return List.of(clients(), keys(), audit());
    }

    private Section clients() {
        var openId = core.openId;
        return new ClientsSection(
                openId.listClients,
                openId.registerClient,
                openId.changeClient,
                openId.deleteClient,
                core.selfService.recent);
    }

    private Section keys() {
        return new KeysSection(core.openId.rotateKeys, core.selfService.recent);
    }

    private Section audit() {
        return new AuditSection(core.administration.readAuditLog);
    }
}
