package cn.dangjian.organization.people.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {

    private static final Field FIELD = new Field("report", "content", 7);

    private final PersonalData data = OtherKeys.with("k1");

    @Test
    void opensWhatItSealedAndNeverSealsTheSameTwice() {
        var sealed = data.seal("房产两处", FIELD);

        assertThat(data.open(sealed, FIELD)).isEqualTo("房产两处");
        assertThat(data.seal("房产两处", FIELD).bytes()).isNotEqualTo(sealed.bytes());
        assertThat(OtherKeys.with("k2").open(sealed, FIELD)).isEqualTo("房产两处");
    }

    @ParameterizedTest
    @CsvSource({"other, content, 7", "report, name, 7", "report, content, 8"})
    void aValueDecryptsNowhereElse(String table, String column, long id) {
        var sealed = data.seal("房产两处", FIELD);

        assertThatIllegalStateException().isThrownBy(() -> data.open(sealed, new Field(table, column, id)));
    }

    @Test
    void anAlteredValueIsRefused() {
        var sealed = data.seal("房产两处", FIELD);
        sealed.bytes()[20] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> data.open(sealed, FIELD));
    }

    @Test
    void needsTheCurrentKeyAndTellsNone() {
        var settings = new PersonalDataSettings("k9", Map.of("k1", "only-for-tests-data-key"));

        assertThatIllegalStateException().isThrownBy(() -> new PersonalData(settings));
        assertThat(settings.toString()).doesNotContain("only-for-tests");
    }
}
