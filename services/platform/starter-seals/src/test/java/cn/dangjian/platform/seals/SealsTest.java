package cn.dangjian.platform.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {

    private static final Field PHONE = new Field("account", "phone", 7);
    private static final Map<String, String> KEYS = Map.of(
            "k1", "only-for-tests-data-key", "k2", "only-for-tests-second-key", "k3", "only-for-tests-third-key");

    /** k3 is for SM4. */
    private static Seals with(String current) {
        return new Seals(new SealSettings(current, KEYS, Set.of("k3"), "only-for-tests-index-key"));
    }

    private static Seals knowing(String only) {
        return new Seals(new SealSettings(only, Map.of(only, KEYS.get(only)), Set.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k1", "k3"})
    void opensWhatItSealedAndNeverSealsTheSameTwice(String key) {
        var seals = with(key);
        var sealed = seals.seal("13800000000 房产两处", PHONE);

        assertThat(sealed.key()).isEqualTo(key);
        assertThat(seals.open(sealed, PHONE)).isEqualTo("13800000000 房产两处");
        assertThat(seals.seal("13800000000 房产两处", PHONE).bytes()).isNotEqualTo(sealed.bytes());
    }

    /** What rows have that were sealed before there was this module. */
    @Test
    void opensWhatWasSealedBefore() {
        var sealed = new Sealed(
                "k1",
                HexFormat.of()
                        .parseHex(
                                "000102030405060708090a0b" + "321e5b6c13f7177069019458d9ada7621b56c85ee439b084444326"));

        assertThat(with("k3").open(sealed, PHONE)).isEqualTo("13800000000");
        assertThat(with("k3").index("13800000000", PHONE))
                .isEqualTo("cbe56601a4c59d6ee23721c370f4ba2b65867f03cf42a118c8220ebe1d1b34fc");
    }

    @ParameterizedTest
    @CsvSource({
        "k1, account, phone, 8",
        "k1, account, name, 7",
        "k1, member, phone, 7",
        "k3, account, phone, 8",
        "k3, account, name, 7",
        "k3, member, phone, 7"
    })
    void aValueOpensNowhereElse(String key, String table, String column, long id) {
        var sealed = with(key).seal("13800000000", PHONE);

        assertThatIllegalStateException().isThrownBy(() -> with(key).open(sealed, new Field(table, column, id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k1", "k3"})
    void noticesEveryAlteredByteAndACutOne(String key) {
        var seals = with(key);
        var sealed = seals.seal("13800000000", PHONE);
        for (int at = 0; at < sealed.bytes().length; at++) {
            byte[] altered = sealed.bytes().clone();
            altered[at] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> seals.open(new Sealed(key, altered), PHONE));
        }
        assertThatIllegalStateException().isThrownBy(() -> seals.open(new Sealed(key, new byte[5]), PHONE));
    }

    @Test
    void findsTheSameByItsIndexWhereverItStands() {
        assertThat(with("k1").index("13800000000", PHONE))
                .isEqualTo(with("k3").index("13800000000", new Field("account", "phone", 8)))
                .isNotEqualTo(with("k1").index("13800000001", PHONE))
                .isNotEqualTo(with("k1").index("13800000000", new Field("member", "phone", 7)));
        assertThatIllegalStateException()
                .isThrownBy(() -> knowing("k1").index("13800000000", PHONE))
                .withMessageContaining("index-key");
    }

    @ParameterizedTest
    @CsvSource({"k1, k2", "k1, k3", "k3, k1"})
    void opensWithOldKeysAndSealsWithTheCurrentOne(String old, String current) {
        var sealed = with(old).seal("13800000000", PHONE);

        var anew = with(current).reseal(sealed, PHONE);

        assertThat(with(current).open(sealed, PHONE)).isEqualTo("13800000000");
        assertThat(anew.key()).isEqualTo(current);
        assertThat(with(old).open(anew, PHONE)).isEqualTo("13800000000");
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        var sealed = with("k2").seal("13800000000", PHONE);

        assertThatIllegalStateException()
                .isThrownBy(() -> knowing("k1").open(sealed, PHONE))
                .withMessageContaining("no key k2");
        assertThatIllegalStateException().isThrownBy(() -> knowing("k1").open(new Sealed("k1", sealed.bytes()), PHONE));
    }

    @Test
    void startsWithNoKeyThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Seals(new SealSettings("k9", KEYS, Set.of(), null)))
                .withMessageContaining("seals.current");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Seals(new SealSettings("k1", KEYS, Set.of("k9"), null)))
                .withMessageContaining("seals.sm4");
    }

    @Test
    void neverSaysWhatItKeeps() {
        assertThat(new SealSettings("k1", KEYS, Set.of(), "only-for-tests-index-key").toString())
                .doesNotContain("only-for-tests");
        assertThat(with("k1").seal("13800000000", PHONE).toString()).isEqualTo("Sealed[k1]");
    }
}
