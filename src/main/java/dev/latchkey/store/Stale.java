package dev.latchkey.store;

import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.memory.Forgetting;

/** What one node tells the others to forget. */
sealed interface Stale {
    String CLIENT = "client ";

    /** As it is sent. */
    String text();

    void tell(Forgetting forgetting);

    record OfUser(UserId user) implements Stale {
        @Override
        public String text() {
            return user.toString();
        }

        @Override
        public void tell(Forgetting forgetting) {
            forgetting.forget(user);
        }
    }

    record OfClient(String id) implements Stale {
        @Override
        public String text() {
            return CLIENT + id;
        }

        @Override
        public void tell(Forgetting forgetting) {
            forgetting.forgetClient(id);
        }
    }

    record OfEverybody() implements Stale {
        @Override
        public String text() {
            return "everybody";
        }

        @Override
        public void tell(Forgetting forgetting) {
            forgetting.forgetAll();
        }
    }

    /**
     * Everybody, too, where some other program told something: to forget too much costs a look-up,
     * too little a breach.
     */
    static Stale read(String text) {
        if (text.startsWith(CLIENT)) {
            return new OfClient(text.substring(CLIENT.length()));
        }
        return Uuids.parse(text)
                .<Stale>map(id -> new OfUser(new UserId(id)))
                .orElseGet(OfEverybody::new);
    }
}
