package dev.latchkey.pages.admin;

import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.ChangeAdministrator;
import dev.latchkey.core.account.ChangeStatus;
import dev.latchkey.core.account.SendReset;
import dev.latchkey.core.admin.AddUser;
import dev.latchkey.core.admin.EndSessions;
import dev.latchkey.core.admin.FindUsers;
import dev.latchkey.core.admin.ShowUser;
import dev.latchkey.core.admin.TakeIdentity;
import dev.latchkey.core.factor.ResetFactors;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.Tab;

import java.util.List;
import java.util.stream.Stream;

/** {@code /admin/users}: everybody's accounts. */
public record UsersSection(
        FindUsers find,
        ShowUser show,
        AddUser add,
        ChangeStatus changeStatus,
        ChangeAdministrator changeAdministrator,
        SendReset sendReset,
        EndSessions end,
        TakeIdentity takeIdentity,
        ResetFactors resetFactors,
        Providers providers,
        Administrators administrators)
        implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.USERS);
    }

    @Override
    public List<String> words() {
        return List.of("users");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return Stream.of(
                        new UsersPage(desk, find).routes(),
                        new NewUserPage(desk, this).routes(),
                        new UserPage(desk, this).routes())
                .flatMap(List::stream)
                .toList();
    }
}
