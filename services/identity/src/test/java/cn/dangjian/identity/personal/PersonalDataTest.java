package cn.dangjian.identity.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final Field PHONE = new Field("account", "phone", 7);

    private final PersonalData old = new PersonalData(
            new PersonalDataSettings("k1", Map.of("k1", "a-secret-of-the-first-year"), "a-secret-for-the-index"));
    private final PersonalData next = new PersonalData(new PersonalDataSettings(
            "k2",
            Map.of("k1", "a-secret-of-the-first-year", "k2", "a-secret-of-the-next-year"),
            "a-secret-for-the-index"));

    @Test
    void readsWhatItWroteInItsPlaceOnly() {
        var sealed = old.seal("13800000000", PHONE);

        assertThat(old.open(sealed, PHONE)).isEqualTo("13800000000");
        for (var elsewhere : new Field[] {
            new Field("account", "phone", 8), new Field("account", "name", 7), new Field("member", "phone", 7)
        }) {
            assertThatIllegalStateException().isThrownBy(() -> old.open(sealed, elsewhere));
        }
    }

    @Test
    void noticesEveryAlteredByte() {
        var sealed = old.seal("13800000000", PHONE);
        for (int at = 0; at < sealed.bytes().length; at++) {
            byte[] altered = sealed.bytes().clone();
            altered[at] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> old.open(new Sealed("k1", altered), PHONE));
        }
    }

    @Test
    void neverWritesTheSameTwiceButFindsItByItsIndex() {
        assertThat(old.seal("13800000000", PHONE).bytes())
                .isNotEqualTo(old.seal("13800000000", PHONE).bytes());
        assertThat(old.index("13800000000", PHONE))
                .isEqualTo(next.index("13800000000", new Field("account", "phone", 8)))
                .isNotEqualTo(old.index("13800000001", PHONE));
    }

    @Test
    void readsWithOldKeysAndWritesWithTheCurrentOne() {
        var sealed = old.seal("13800000000", PHONE);

        assertThat(next.open(sealed, PHONE)).isEqualTo("13800000000");
        assertThat(next.seal("13800000000", PHONE).key()).isEqualTo("k2");
        assertThatIllegalStateException().isThrownBy(() -> old.open(next.seal("13800000000", PHONE), PHONE));
    }

    @Test
    void startsWithNoKeyThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new PersonalData(
                        new PersonalDataSettings("k3", Map.of("k1", "a-secret-of-the-first-year"), "an-index-secret")))
                .withMessageContaining("personal-data.current");
    }

    @Test
    void neverSaysWhatItKeeps() {
        var settings = new PersonalDataSettings("k1", Map.of("k1", "a-secret-of-the-first-year"), "a-secret-index");

        assertThat(settings.toString()).doesNotContain("secret");
    }
}
