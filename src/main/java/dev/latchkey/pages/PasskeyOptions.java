package dev.latchkey.pages;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.latchkey.core.account.User;
import dev.latchkey.core.factor.AddPasskey;
import dev.latchkey.core.factor.CheckPasskey;
import dev.latchkey.core.factor.RelyingParty;
import dev.latchkey.http.Json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What the script hands to the browser (Web Authentication, level 3, sections 5.4 and 5.5). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PasskeyOptions(
        Party rp,
        String challenge,
        List<String> credentials,
        @Nullable Person user,
        @Nullable List<Integer> algorithms,
        @Nullable String verification) {
    /** ES256, EdDSA, RS256, by their COSE numbers. */
    private static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    record Party(String id, String name) {
        static Party of(RelyingParty party) {
            return new Party(party.id(), "Latchkey");
        }
    }

    record Person(String id, String name, String displayName) {
        static Person of(User user) {
            var email = user.email().text();
            var name = user.displayName();
            return new Person(
                    text(CheckPasskey.handleOf(user.id())), email, name == null ? email : name);
        }
    }

    static String toMake(AddPasskey.Offer offer, User user) {
        return new PasskeyOptions(
                        Party.of(offer.party()),
                        offer.challenge().text(),
                        texts(offer.known()),
                        Person.of(user),
                        ALGORITHMS,
                        null)
                .json();
    }

    static String toUse(CheckPasskey.Question question) {
        return new PasskeyOptions(
                        Party.of(question.party()),
                        question.challenge().text(),
                        texts(question.credentials()),
                        null,
                        null,
                        question.verified() ? "required" : "preferred")
                .json();
    }

    private String json() {
        return new String(Json.bytes(this), StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<byte[]> ids) {
        return ids.stream().map(PasskeyOptions::text).toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
