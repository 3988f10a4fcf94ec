package dev.latchkey.pages.admin;

import static dev.latchkey.pages.admin.Office.csrf;
import static dev.latchkey.pages.admin.Office.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.audit.AuditEvent.Kind;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.ProveDomain.Finding;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.NameServer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;

/** Domains whose people join an organization, once the DNS says that they may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DomainsPageTest {
    private final NameServer names = NameServer.start();
    private Office office;
    private Visitor root;
    private OrgId acme;
    private String path;

    @BeforeAll
    void start() {
        office =
                new Office(
                        Map.of(
                                "LATCHKEY_SIGNUP_MODE",
                                "multi",
                                "LATCHKEY_DNS_SERVER",
                                names.address()));
        root = office.root();
    }

    @BeforeEach
    void found() {
        acme = office.server.organization("Acme").id();
        path = "/admin/organizations/" + acme;
        names.behaves(NameServer.Manner.HONEST);
    }

    @AfterAll
    void stop() {
        office.close();
        names.close();
    }

    private Answer post(String form, String domain) {
        return root.post(
                path + form,
                form(csrf(root.get(path)), "domain", domain, "newDomain", domain),
                Map.of());
    }

    private String claimed(String domain) {
        assertThat(post("/domains", domain).status()).isEqualTo(303);
        var page = root.get(path).text();
        assertThat(page).contains("_latchkey-challenge." + domain, "to be proven");
        return "latchkey-domain-verification="
                + page.split("latchkey-domain-verification=", 2)[1].split("<", 2)[0];
    }

    private int membersAfterSignUp(String email) {
        var visitor = office.stranger();
        var fields = new LinkedHashMap<>(Visitor.hidden(visitor.get("/auth/signup")));
        fields.putAll(
                Map.of(
                        "firstName",
                        "New",
                        "lastName",
                        "Comer",
                        "email",
                        email,
                        "password",
                        TestServer.PASSWORD));
        visitor.post("/auth/signup", fields, Map.of());
        var token = office.server.outbox().verificationToken(email);
        visitor.submit(visitor.get("/auth/verify-email?token=" + token), Map.of());
        return office.server
                .core()
                .administration
                .findOrganizations
                .show(acme, null, 9, null)
                .members()
                .size();
    }

    @Test
    void people_join_by_a_domain_once_its_dns_says_so() {
        var text = claimed("proven.example");
        names.says("_latchkey-challenge.proven.example", "v=spf1 -all", text);

        var checked = root.settle(post("/domains/check", "proven.example"));

        assertThat(checked.text()).contains("It is proven", "lets people join");
        assertThat(checked.text()).doesNotContain("to be proven");
        assertThat(office.events(Kind.DOMAIN_LET_JOIN).getFirst().detail())
                .isEqualTo("proven.example");
        assertThat(membersAfterSignUp("somebody@proven.example")).isEqualTo(1);
    }

    @Test
    void nobody_joins_by_a_domain_that_is_only_claimed_or_was_removed() {
        var text = claimed("claimed.example");
        // Otherwise strangers could not sign up there at all.
        office.server
                .core()
                .letDomainJoin
                .run(
                        office.server.organization("Other").id(),
                        "claimed.example",
                        null,
                        Office.ORIGIN);
        assertThat(membersAfterSignUp("one@claimed.example")).isZero();

        names.says("_latchkey-challenge.claimed.example", text);
        assertThat(post("/domains/check", "claimed.example").status()).isEqualTo(303);
        assertThat(post("/domains/remove", "claimed.example").status()).isEqualTo(303);

        assertThat(membersAfterSignUp("two@claimed.example")).isZero();
        assertThat(office.events(Kind.DOMAIN_REMOVED).getFirst().detail())
                .isEqualTo("claimed.example");
        assertThat(post("/domains/remove", "claimed.example").status()).isEqualTo(400);
    }

    @Test
    void another_organizations_value_proves_nothing() {
        var text = claimed("shared.example");
        names.says("_latchkey-challenge.shared.example", text);
        acme = office.server.organization("Thief").id();
        path = "/admin/organizations/" + acme;
        claimed("shared.example");

        var refused = post("/domains/check", "shared.example");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("but with another value", "to be proven");
        assertThat(office.events(Kind.DOMAIN_CHECK_FAILED).getFirst().detail())
                .isEqualTo("shared.example: OTHER_VALUE");
    }

    @Test
    void what_the_dns_does_not_say_proves_nothing() {
        var text = claimed("lies.example");
        var name = "_latchkey-challenge.lies.example";

        assertThat(post("/domains/check", "lies.example").text()).contains("has no such record");
        names.says(name, "", "latchkey-domain-verification=", text + "x", "x" + text, "*");
        assertThat(post("/domains/check", "lies.example").text()).contains("another value");
        names.says("lies.example", text);
        assertThat(post("/domains/check", "lies.example").text()).contains("another value");
        names.says(name, text);
        names.behaves(NameServer.Manner.WRONG_ID);
        assertThat(post("/domains/check", "lies.example").text()).contains("did not answer");
        names.behaves(NameServer.Manner.FAILS);
        assertThat(post("/domains/check", "lies.example").text()).contains("did not answer");
        names.behaves(NameServer.Manner.HONEST);
        assertThat(post("/domains/check", "lies.example").status()).isEqualTo(303);
    }

    @Test
    void asking_again_gives_out_the_same_value() {
        var first = claimed("same.example");

        assertThat(claimed("same.example")).isEqualTo(first);
        acme = office.server.organization("Another").id();
        path = "/admin/organizations/" + acme;
        assertThat(claimed("same.example")).isNotEqualTo(first);
    }

    @Test
    void of_64_who_check_at_once_one_lets_people_join() {
        names.says("_latchkey-challenge.race.example", claimed("race.example"));

        var outcomes =
                Race.run(_ ->
                        office.server
                                .core()
                                .administration
                                .proveDomain
                                .check(acme, "race.example", null, Office.ORIGIN));

        assertThat(outcomes).contains(Finding.PROVEN);
        assertThat(office.events(Kind.DOMAIN_LET_JOIN))
                .filteredOn(event -> event.detail().equals("race.example"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "GMAIL.com",
                "yahoo.co.uk",
                "hotmail.fr",
                "web.de",
                "t-online.de",
                "proton.me",
                "qq.com"
            })
    void everybodys_mail_is_no_organizations(String domain) {
        var refused = post("/domains", domain);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("strangers have mailboxes there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example",
                "1.2.3.4",
                "a b.example",
                "x.example/..",
                "-x.example",
                "*.example.com",
                "a@b.example",
                "_x.example",
                "x..example",
                "[::1]",
                "dns://x.example",
                "<b>.example"
            })
    void what_is_no_domain_is_refused(String domain) {
        var refused = post("/domains", domain);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("is not a domain name");
    }

    @Test
    void a_domain_of_other_letters_is_asked_for_as_the_dns_has_it() {
        assertThat(post("/domains", "bücher.example").status()).isEqualTo(303);
        assertThat(root.get(path).text())
                .contains("bücher.example", "_latchkey-challenge.xn--bcher-kva.example");
    }

    @Test
    void what_was_not_claimed_is_not_asked_for() {
        var before = names.asked();

        assertThat(post("/domains/check", "never.example").status()).isEqualTo(400);
        assertThat(post("/domains/check", "x.example. IN").status()).isEqualTo(400);

        assertThat(names.asked()).isEqualTo(before);
    }
}
