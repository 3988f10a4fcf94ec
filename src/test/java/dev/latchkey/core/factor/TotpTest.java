package dev.latchkey.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class TotpTest {
    private static final TotpSecret SECRET =
            new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "0,755224", "1,287082", "2,359152", "3,969429", "4,338314",
        "5,254676", "6,287922", "7,162583", "8,399871", "9,520489"
    })
    void the_examples_of_rfc_4226_appendix_d_come_out(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    /** The last six of the eight digits there. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void the_examples_of_rfc_6238_appendix_b_come_out(long seconds, String code) {
        assertThat(Totp.match(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void a_code_is_good_one_step_before_and_after_and_no_further() {
        var code = Totp.code(SECRET, 100);

        assertThat(Totp.match(SECRET, code, at(99))).hasValue(100);
        assertThat(Totp.match(SECRET, code, at(101))).hasValue(100);
        assertThat(Totp.match(SECRET, code, at(98))).isEmpty();
        assertThat(Totp.match(SECRET, code, at(102))).isEmpty();
    }

    @Test
    void what_is_no_code_is_refused() {
        for (var text : new String[] {"", "75522", "7552240", "٧٥٥٢٢٤", "755 224", "abcdef"}) {
            assertThat(Totp.match(SECRET, text, at(0))).isEmpty();
        }
    }

    @Test
    void a_secret_is_told_in_groups_and_read_as_it_is_typed() {
        assertThat(SECRET.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(TotpSecret.parse("gezdgnbv gy3tqojq GEZDGNBVGY3TQOJQ")).contains(SECRET);
        assertThat(TotpSecret.parse("GEZDGNBV")).isEmpty();
        assertThat(TotpSecret.parse("1".repeat(32))).isEmpty();
        assertThat(SECRET.toString()).doesNotContain("GEZD");
    }

    @Test
    void the_picture_says_what_apps_read() {
        assertThat(SECRET.uri("My Server", "ada+1@example.com"))
                .isEqualTo(
                        "otpauth://totp/My%20Server:ada%2B1%40example.com"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=My%20Server"
                                + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void recovery_codes_are_all_different_and_read_as_they_are_typed() {
        var codes = RecoveryCode.fresh();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var first = codes.getFirst();
        assertThat(first.text()).matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}");
        var typed = first.text().replace("-", " ").toLowerCase(java.util.Locale.ROOT);
        assertThat(RecoveryCode.parse(typed).orElseThrow().hash()).isEqualTo(first.hash());
        assertThat(RecoveryCode.parse("1234-5678")).isEmpty();
        assertThat(first.toString()).doesNotContain(first.text());
    }

    @Test
    void methods_are_put_together_in_the_words_of_rfc_8176() {
        assertThat(Method.and("pwd", "otp")).isEqualTo("pwd otp mfa");
        assertThat(Method.and("pwd otp mfa", "hwk user")).isEqualTo("pwd otp hwk user mfa");
        assertThat(Method.and("fed", "otp")).isEqualTo("fed otp mfa");
        assertThat(Method.isMultiple("pwd")).isFalse();
        assertThat(Method.isMultiple("pwd otp mfa")).isTrue();
        assertThat(Method.isMultiple("mfax")).isFalse();
    }

    private static Instant at(long step) {
        return Instant.ofEpochSecond(step * 30 + 29);
    }
}
