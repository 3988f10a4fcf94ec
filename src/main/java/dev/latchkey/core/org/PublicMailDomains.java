package dev.latchkey.core.org;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where strangers have their mailboxes side by side. Not all such places are known; whoever runs
 * one can prove it like any domain, so this only keeps people from a mistake.
 */
final class PublicMailDomains {
    /** Those that have a domain in many countries. */
    private static final Pattern FAMILIES =
            Pattern.compile(
                    "(gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|gmx|aol|icloud"
                        + "|protonmail|yandex|zohomail)\\.((com?|net|org)\\.)?[a-z]{2,3}");

    private static final Set<String> OTHERS =
            Set.of(
                    "126.com",
                    "163.com",
                    "arcor.de",
                    "att.net",
                    "bk.ru",
                    "btinternet.com",
                    "comcast.net",
                    "daum.net",
                    "duck.com",
                    "email.com",
                    "fastmail.com",
                    "fastmail.fm",
                    "free.fr",
                    "freenet.de",
                    "guerrillamail.com",
                    "hanmail.net",
                    "hey.com",
                    "inbox.ru",
                    "laposte.net",
                    "libero.it",
                    "list.ru",
                    "mac.com",
                    "mail.com",
                    "mail.de",
                    "mail.ru",
                    "mailbox.org",
                    "mailinator.com",
                    "me.com",
                    "mozmail.com",
                    "naver.com",
                    "orange.fr",
                    "pm.me",
                    "posteo.de",
                    "posteo.net",
                    "privaterelay.appleid.com",
                    "proton.me",
                    "qq.com",
                    "rediffmail.com",
                    "sbcglobal.net",
                    "seznam.cz",
                    "sina.com",
                    "t-online.de",
                    "tuta.com",
                    "tuta.io",
                    "tutanota.com",
                    "tutanota.de",
                    "verizon.net",
                    "wanadoo.fr",
                    "web.de",
                    "wp.pl",
                    "yeah.net",
                    "yopmail.com",
                    "zoho.com");

    private PublicMailDomains() {}

    static boolean contains(String domain) {
        return OTHERS.contains(domain) || FAMILIES.matcher(domain).matches();
    }
}
