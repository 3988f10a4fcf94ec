package dev.latchkey.pages.view;

import java.util.List;

/**
 * Recovery codes, shown once.
 *
 * @param next where to go on
 */
public record RecoveryCodesView(List<String> codes, String next) {
    public RecoveryCodesView {
        codes = List.copyOf(codes);
    }
}
