package dev.latchkey.pages;

import dev.latchkey.core.account.AskNewEmail;
import dev.latchkey.core.account.ChangeProfile;
import dev.latchkey.core.account.ConfirmNewEmail;
import dev.latchkey.http.Route;

import java.util.List;
import java.util.stream.Stream;

/** {@code /account}: what somebody is called, and how they are written to. */
public record ProfileSection(
        ChangeProfile changeProfile, AskNewEmail askNewEmail, ConfirmNewEmail confirmNewEmail)
        implements Section {

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
        return Stream.of(
                        new ProfilePage(desk, changeProfile).routes(),
                        new EmailPage(desk, askNewEmail, confirmNewEmail).routes())
                .flatMap(List::stream)
                .toList();
    }
}
