package cn.dangjian.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    @ParameterizedTest
    @CsvSource({
        "0000a0000b, true, true",
        "0000a0000b0000c, false, true",
        "0000a0000bzzzzz, false, true",
        "0000a0000bzzzzz00000, false, true",
        "0000a0000c, false, false",
        "0000a0000a, false, false",
        "0000a0000azzzzz, false, false",
        "0000a, false, false",
        "0000b, false, false",
        "0000a1000b, false, false",
        "'', false, false",
    })
    void holdsAUnitOrAllBelowIt(String path, boolean own, boolean below) {
        assertThat(Scope.own("0000a0000b").contains(path)).isEqualTo(own);
        assertThat(Scope.subtree("0000a0000b").contains(path)).isEqualTo(below);
    }

    @Test
    void isNeverEverythingByMistake() {
        assertThatThrownBy(() -> Scope.own("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scope.subtree("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsBehindEveryCharacterOfAPath() {
        for (char c : "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
            assertThat(Scope.subtree("0000a")
                            .contains("0000a" + String.valueOf(c).repeat(5)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0000a, +0000b0000c, false, true",
        "0000b0000c, , false, false",
        "0000a0000d, +0000b, true, true",
        "0000a0000d, +0000c0000b, true, false",
        "0000b, +0000bzzzzz0000a, false, true",
    })
    void holdsUnitsByTerritoryOrByLine(String path, @Nullable String linePath, boolean block, boolean line) {
        var unit = new Unit(
                new UnitId(1),
                2L,
                "98",
                "示范",
                Tier.BRANCH,
                "BRANCH",
                "URBAN",
                path,
                1,
                LocalDate.EPOCH,
                null,
                linePath);

        assertThat(Scope.subtree("0000a0000d").contains(unit)).isEqualTo(block);
        assertThat(Scope.line("+0000b").contains(unit)).isEqualTo(line);
        assertThat(Scope.line("+0000b").contains(path)).isFalse();
    }
}
