package cn.dangjian.platform.directory.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.trial.NoteTable.Written;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class RowsTest {

    private static final Instant AT = Instant.parse("2026-03-01T01:02:03.456789Z");
    private static final Scope COUNTY = Scope.subtree(Province.path(Province.COUNTY));

    @Autowired
    NoteTable notes;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Province province;

    @BeforeEach
    void aProvince() {
        province.settle();
        notes.clear();
    }

    private long note(long unit) {
        return notes.insert(new Written(new UnitId(unit), Note.State.OPEN, null, AT));
    }

    @Test
    void fillsInEachComponentOfARecord() {
        long id = note(Province.VILLAGE);

        var note = notes.find(id, COUNTY).orElseThrow();

        assertThat(note.unitId()).isEqualTo(new UnitId(Province.VILLAGE));
        assertThat(note.state()).isEqualTo(Note.State.OPEN);
        assertThat(note.text()).isNull();
        assertThat(note.at()).isEqualTo(OffsetDateTime.parse("2026-03-01T01:02:03.456789Z"));
        assertThat(note.place()).isEqualTo(Province.path(Province.VILLAGE));
    }

    @Test
    void findsNothingOutsideTheScope() {
        long id = note(Province.OTHER_VILLAGE);

        assertThat(notes.find(id, COUNTY)).isEmpty();
        assertThat(notes.find(id, Scope.line("+" + Province.segment(Province.COUNTY))))
                .isEmpty();
    }

    @Test
    void writesManyRecordsAThousandAtATime(@Autowired JdbcTemplate jdbc, @Autowired TransactionTemplate transaction) {
        var many = Collections.nCopies(2500, new Written(new UnitId(Province.VILLAGE), Note.State.OPEN, "多", AT));

        transaction.executeWithoutResult(status -> {
            long before = inserts(jdbc);
            notes.insert(many);
            assertThat(inserts(jdbc) - before).isEqualTo(3);
        });

        assertThat(notes.among(List.of(new UnitId(Province.VILLAGE)))).isEqualTo(2500);
    }

    private static long inserts(JdbcTemplate jdbc) {
        return Objects.requireNonNull(
                jdbc.queryForObject("show session status like 'Com_insert'", (row, number) -> row.getLong("Value")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no  | select * from note | No scope",
                "no  | select n.* from note n where {scope n} | No scope",
                "no  | select {path n} place from note n | No scope",
                "yes | select n.* from note n | No place for the scope",
                "yes | select {path n} place from note n | No place for the scope",
            })
    void refusesAStatementThatForgetsItsScopeAtTheFirstCall(String scoped, String text, String message) {
        assertThatThrownBy(() -> notes.forgetful(scoped.equals("yes") ? COUNTY : null, text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void writesManyInOneBatchAndFindsThemByTheirIds() {
        var units = List.of(new UnitId(11111), new UnitId(11112), new UnitId(12111));

        notes.insert(units.stream()
                .map(unit -> new Written(unit, Note.State.CLOSED, "虚构", AT))
                .toList());
        notes.insert(List.of());

        assertThat(notes.among(units)).isEqualTo(3);
        assertThat(notes.among(units.subList(0, 2))).isEqualTo(2);
    }

    @Test
    void letsOneOfTwoChangeARow() {
        var note = notes.find(note(Province.VILLAGE), COUNTY).orElseThrow();

        notes.close(note);

        assertThatThrownBy(() -> notes.close(note))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessage("Note " + note.id());
    }

    @ParameterizedTest
    @CsvSource({"'', 1, 5", "/by-unit, 2, 5", "'', 5, 5", "/by-unit, 200, 5"})
    void pagesHoldEachRowOnce(String order, int limit, int rows) {
        IntStream.range(0, rows).forEach(i -> note(i % 2 == 0 ? Province.VILLAGE : Province.SECOND_VILLAGE));
        note(Province.OTHER_VILLAGE);

        var ids = new ArrayList<Long>();
        String next = "";
        do {
            var page = api.get("/v1/notes" + order + "?limit=" + limit + "&cursor=" + next)
                    .as(tokens.at(Province.COUNTY))
                    .send()
                    .json();
            assertThat(page.path("items").size()).isBetween(1, limit);
            page.path("items").forEach(item -> ids.add(item.path("id").asLong()));
            next = page.path("next").isNull() ? null : page.path("next").asString();
        } while (next != null);

        assertThat(ids).hasSize(rows).doesNotHaveDuplicates();
    }

    @Test
    void aRefusalRollsBackWhatWasWrittenBefore() {
        long id = note(Province.VILLAGE);
        var county = tokens.at(Province.COUNTY);
        assertThat(api.put("/v1/notes/" + id + "/state", "{}").as(county).send().header("ETag"))
                .isEqualTo("\"2\"");

        var again = api.put("/v1/notes/" + id + "/state", "{}").as(county).send();

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("note.closed");
        assertThat(notes.find(id, COUNTY).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void refusesWhoSawAnOlderVersionAndWhoSeesNothing() {
        long id = note(Province.VILLAGE);

        var stale = api.put("/v1/notes/" + id + "/state", "{}")
                .as(tokens.at(Province.COUNTY))
                .header("If-Match", "\"7\"")
                .send();
        var strange = api.put("/v1/notes/" + id + "/state", "{}")
                .as(tokens.at(Province.OTHER_COUNTY))
                .send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(strange.status()).isEqualTo(404);
        assertThat(strange.problem()).isEqualTo("note.unknown");
        assertThat(notes.find(id, COUNTY).orElseThrow().version()).isEqualTo(1);
    }
}
