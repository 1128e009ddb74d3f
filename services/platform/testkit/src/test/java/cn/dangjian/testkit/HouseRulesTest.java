package cn.dangjian.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final String HOUSE = "cn.dangjian.fixture";

    /** Every rule, a room that breaks it, and what it must find there. */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(HouseRules.roomsFormNoCircle, "", "Slice east"),
                Arguments.of(HouseRules.roomsInWingsFormNoCircle, "", "Slice wing - north"),
                Arguments.of(HouseRules.onlyTheApplicationStandsAtTheRoot, "", "Stray"),
                Arguments.of(HouseRules.doorsAndTablesAreNotPublic, ".door", "LoudController"),
                Arguments.of(HouseRules.doorsAndTablesAreNotPublic, ".door", "LoudListener"),
                Arguments.of(HouseRules.doorsAndTablesAreNotPublic, ".door", "LoudRepository"),
                Arguments.of(HouseRules.doorsAndTablesAreNotPublic, ".door", "LoudQueries"),
                Arguments.of(HouseRules.tablesArePublicForWhoAsks, ".door", "LoudTable"),
                Arguments.of(HouseRules.onlyTablesSpeakSql, ".sql", "Chatter"),
                Arguments.of(HouseRules.namesSayWhatThingsAre, ".names", "OrderManager"),
                Arguments.of(HouseRules.namesSayWhatThingsAre, ".names", "OrderDto"),
                Arguments.of(HouseRules.oneJackson, ".jackson", "OldFashioned"),
                Arguments.of(HouseRules.noStaticHolders, ".holder", "Holder"),
                Arguments.of(HouseRules.settingsAreRecords, ".value", "Loose"),
                Arguments.of(HouseRules.collaboratorsComeThroughTheConstructor, ".field", "Reaching"),
                Arguments.of(HouseRules.fewCollaborators, ".collaborator", "Sociable"),
                Arguments.of(HouseRules.repeatableAnswersCanBeStored, ".repeat", "LoosePromise"),
                Arguments.of(HouseRules.operationsSayWhatTheyAreFor, ".mute", "first() has no summary"),
                Arguments.of(HouseRules.operationsSayWhatTheyAreFor, ".mute", "second() has no summary"),
                Arguments.of(HouseRules.operationsSayWhatTheyAreFor, ".mute", "third() has no tag"),
                Arguments.of(HouseRules.readsOfScopedRowsTakeAScope, ".scope", "WideRepository.list"),
                Arguments.of(HouseRules.readsOfScopedRowsTakeAScope, ".scope", "WideRepository.countAll"),
                Arguments.of(HouseRules.readsOfScopedRowsTakeAScope, ".scope", "WideTable.find"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(ArchRule rule, String room, String found) {
        assertThatThrownBy(() -> rule.check(room(room)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(found);
    }

    @Test
    void bitesInACrowdedRoom() {
        assertThatThrownBy(() -> HouseRules.roomsAreSmall(room(".crowd"))).hasMessageContaining("16 files");
    }

    @Test
    void leavesACalmRoomAlone() {
        var calm = room(".calm");

        everyRule().forEach((name, rule) -> {
            if (rule != HouseRules.onlyTheApplicationStandsAtTheRoot) {
                assertThatCode(() -> rule.check(calm)).as(name).doesNotThrowAnyException();
            }
        });
        HouseRules.roomsAreSmall(calm);
        HouseRules.refusalsHaveTexts(calm);
        HouseRules.tablesHaveOneWritingRoom(calm);
        HouseRules.onlyTheApplicationStandsAtTheRoot.check(
                new ClassFileImporter().importClasses(named(HOUSE + ".FixtureApplication")));
    }

    @Test
    void showsThatEachOfThemBites() {
        var shown = new TreeSet<String>();
        var all = everyRule();
        rules().forEach(arguments -> all.forEach((name, rule) -> {
            if (rule == arguments.get()[0]) shown.add(name);
        }));

        assertThat(shown).isEqualTo(new TreeSet<>(all.keySet()));
    }

    private static Map<String, ArchRule> everyRule() {
        return Arrays.stream(HouseRules.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .collect(java.util.stream.Collectors.toMap(java.lang.reflect.Field::getName, field -> {
                    try {
                        return (ArchRule) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JavaClasses room(String name) {
        return new ClassFileImporter().importPackages(HOUSE + name);
    }
}
