package dev.latchkey.core.signin;

/**
 * Limits guessing: per account from one address, per address, and per account from anywhere (NIST
 * SP 800-63B, section 3.2.2).
 */
public final class SignInGuard {
    private final Throttle pairs;
    private final Throttle addresses;
    private final Throttle accounts;

    public SignInGuard(Throttle pairs, Throttle addresses, Throttle accounts) {
        this.pairs = pairs;
        this.addresses = addresses;
        this.accounts = accounts;
    }

    /**
     * Refuses with TooManyAttempts. Asked before the password is checked and again after it, so
     * that many guesses sent at once learn no more than the same number sent one by one.
     */
    public void check(String account, String address) {
        pairs.check(pair(account, address));
        addresses.check(address);
        accounts.check(account);
    }

    public void failed(String account, String address) {
        pairs.count(pair(account, address));
        addresses.count(address);
        accounts.count(account);
    }

    /** A right password clears what this address did to this account. */
    public void succeeded(String account, String address) {
        pairs.forget(pair(account, address));
    }

    private static String pair(String account, String address) {
        return address + ' ' + account;
    }
}
