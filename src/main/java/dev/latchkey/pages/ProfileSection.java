package dev.latchkey.pages;

import dev.latchkey.core.account.ChangeProfile;
import dev.latchkey.http.Route;

import java.util.List;

/** {@code /account}: what somebody is called. */
public record ProfileSection(ChangeProfile changeProfile) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.PROFILE);
    }

    @Override
    public List<String> words() {
        return List.of("account");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new ProfilePage(desk, changeProfile).routes();
    }
}
