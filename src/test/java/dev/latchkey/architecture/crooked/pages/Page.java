package dev.latchkey.architecture.crooked.pages;

import dev.latchkey.architecture.crooked.dialect.one.One;
import dev.latchkey.architecture.crooked.pages.admin.Office;
import dev.latchkey.architecture.crooked.provider.Idp;

/** Knows a dialect, a kind of provider and the administration, and prints. */
public final class Page {
    public void show() {
        System.out.println(
                new One().rows().hashCode() + new Idp().rows().hashCode() + new Office().desks());
    }
}
