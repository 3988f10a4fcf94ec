package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

class ColourTest {
    private static final Pattern ACCENT = Pattern.compile("--accent: (#[0-9a-f]{6})");

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#ffffff", "#ffee00", "#2f5d50", "#ff0000", "#0000ff"})
    void any_colour_can_be_read_on_light_and_dark(String wanted) {
        var css = new String(new Look("x", null, wanted).stylesheet(), StandardCharsets.UTF_8);

        List<Colour> accents =
                ACCENT.matcher(css).results().map(m -> Colour.parse(m.group(1))).toList();

        assertThat(accents).hasSize(2);
        for (var ground : new String[] {"#f6f5f1", "#ffffff"}) {
            assertThat(accents.get(0).contrast(Colour.parse(ground))).isGreaterThan(4.5);
        }
        for (var ground : new String[] {"#131715", "#1c2220", "#000000"}) {
            assertThat(accents.get(1).contrast(Colour.parse(ground))).isGreaterThan(4.5);
        }
    }

    @Test
    void contrast_is_counted_as_wcag_does() {
        assertThat(Colour.BLACK.contrast(Colour.WHITE)).isEqualTo(21);
        assertThat(Colour.parse("#777777").contrast(Colour.WHITE)).isBetween(4.47, 4.49);
    }

    @Test
    void a_colour_that_can_be_read_stays_as_it_is() {
        var css = new String(new Look("x", null, "#2f5d50").stylesheet(), StandardCharsets.UTF_8);

        assertThat(css).contains("--accent: #2f5d50");
    }
}
