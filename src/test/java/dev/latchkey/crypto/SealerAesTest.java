package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

class SealerAesTest {
    private static final byte[] PLAIN = "attack at dawn".getBytes(StandardCharsets.UTF_8);

    private final SealerAes sealer = new SealerAes(key(1));

    @Test
    void what_is_sealed_opens_again() {
        var sealed = sealer.seal("mail", PLAIN);

        assertThat(sealer.open("mail", sealed)).hasValue(PLAIN);
        assertThat(new SealerAes(key(1)).open("mail", sealed)).hasValue(PLAIN);
    }

    @Test
    void nothing_opens_for_another_purpose_or_under_another_secret() {
        var sealed = sealer.seal("mail", PLAIN);

        assertThat(sealer.open("signing key", sealed)).isEmpty();
        assertThat(new SealerAes(key(2)).open("mail", sealed)).isEmpty();
    }

    @Test
    void the_same_text_never_seals_to_the_same_bytes() {
        assertThat(sealer.seal("mail", PLAIN)).isNotEqualTo(sealer.seal("mail", PLAIN));
    }

    @Test
    void a_change_of_any_bit_is_noticed() {
        var sealed = sealer.seal("mail", PLAIN);

        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            var forged = sealed.clone();
            forged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(sealer.open("mail", forged)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void a_piece_of_it_is_noticed() {
        var sealed = sealer.seal("mail", PLAIN);

        for (int length = 0; length < sealed.length; length++) {
            assertThat(sealer.open("mail", Arrays.copyOf(sealed, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void an_empty_message_is_a_message() {
        assertThat(sealer.open("mail", sealer.seal("mail", new byte[0]))).hasValue(new byte[0]);
    }

    @Test
    void a_successor_opens_with_its_own_token_only() {
        var seal = new SuccessorSealAes();
        var sealed = seal.seal("lkr_one", "lkr_two");

        assertThat(seal.open("lkr_one", sealed)).hasValue("lkr_two");
        assertThat(seal.open("lkr_two", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open("lkr_one", sealed)).isEmpty();
    }

    static MasterKey key(int fill) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return MasterKey.ofText(Base64.getEncoder().encodeToString(bytes));
    }
}
