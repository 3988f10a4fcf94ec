package dev.latchkey.pages;

import dev.latchkey.core.account.User;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.Session;

/** Who is signed in, and by which session of this browser. */
public record Person(Checked checked, Session session) {
    public User user() {
        return checked.profile().user();
    }

    public String name() {
        var name = user().displayName();
        return name == null ? user().email().localPart() : name;
    }
}
