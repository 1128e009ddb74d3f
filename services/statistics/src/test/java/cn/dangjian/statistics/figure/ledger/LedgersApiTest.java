package cn.dangjian.statistics.figure.ledger;

import static cn.dangjian.statistics.figure.Land.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.statistics.figure.Land;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A question that a unit keeps, and its answers: the figures as they are, row by row. */
class LedgersApiTest extends LedgersOfACounty {

    private void facts() {
        land.say(
                Land.counts(village, 1, NOW.minusMonths(1), Map.of("FARMER", 20L)),
                Land.counts(village, 2, NOW, Map.of("FARMER", 27L)),
                Land.counts(other, 1, NOW.minusMonths(1), Map.of("FARMER", 9L, "STUDENT", 2L)),
                Land.coverage(village, 1, 7, 1, 2),
                Land.coverage(third, 1, 1, 2, 0),
                Land.dues(other, 1, NOW, "30.00", "24.50"));
        var target = Map.of(
                "measure", "org.covered", "month", NOW.minusMonths(1).toString(), "document", "虚〔2026〕1号", "rate", 0.8);
        for (long unit : List.of(village, third))
            assertThat(api.post("/v1/units/" + unit + "/targets", target)
                            .as(tokens.at(county))
                            .key()
                            .send()
                            .status())
                    .isEqualTo(200);
    }

    /** Each value, share and target is what the unit has where it is asked for alone. */
    private void assertSameAsFigures(long reader, long ledger, YearMonth month, Long... units) {
        var found = json(reader, "/" + ledger + "/rows?month=" + month);
        assertThat(found.path("provisional").asBoolean()).isEqualTo(month.equals(NOW));
        assertThat(found.path("sources").findValuesAsString("service"))
                .containsExactly("dues", "member", "organization");
        var rows = found.at("/rows/items");
        assertThat(rows.findValuesAsString("unit"))
                .containsExactlyElementsOf(
                        List.of(units).stream().map(String::valueOf).toList());
        for (var row : rows)
            for (var figure : row.path("figures")) {
                var alone = api.get(
                                "/v1/figures?measure=" + figure.path("measure").asString() + "&month=" + month
                                        + "&unit=" + row.path("unit").asString())
                        .as(tokens.at(reader))
                        .send()
                        .json()
                        .at("/figures/0");
                assertThat(figure.path("value")).as(row.toString()).isEqualTo(alone.path("total"));
                assertThat(figure.path("share")).as(row.toString()).isEqualTo(alone.path("share"));
                assertThat(figure.path("target")).as(row.toString()).isEqualTo(alone.path("target"));
            }
    }

    /** More units than a chain has are found with all that lies beside them: those of one page, and of none other. */
    @Test
    void manyUnitsOfOnePageHaveTheirOwnFiguresEach() {
        var members = new TreeMap<Long, Long>();
        for (long unit = county + 20; unit < county + 50; unit++) {
            land.unit(unit, unit % 2 == 0 ? township : second, "VILLAGE", "VILLAGE_ORGANIZATION");
            members.put(unit, unit - county);
        }
        land.settle();
        land.say(members.entrySet().stream()
                .map(one -> Land.counts(one.getKey(), 1, NOW, Map.of("FARMER", one.getValue())))
                .toArray(String[]::new));
        long ledger = made(county, "VILLAGE", false);

        var rows = json(county, "/" + ledger + "/rows?limit=50").at("/rows/items");

        assertThat(rows.size()).isEqualTo(members.size() + 3);
        for (var row : rows) {
            var figure = row.path("figures")
                    .valueStream()
                    .filter(each -> each.path("measure").asString().equals("member.members"))
                    .findFirst()
                    .orElseThrow();
            assertThat(figure.path("value").asLong())
                    .as(row.toString())
                    .isEqualTo(members.getOrDefault(row.path("unit").asLong(), 0L));
        }
    }

    @Test
    void rowsAreTheFiguresOfEachUnitInEachMonth() {
        facts();
        long villages = made(county, "VILLAGE", false);
        long townships = made(county, "TOWNSHIP", false);

        for (var month : List.of(NOW, NOW.minusMonths(1), NOW.minusMonths(2))) {
            assertSameAsFigures(county, villages, month, village, other, third);
            assertSameAsFigures(county, townships, month, township, second);
        }
        var first = json(county, "/" + townships + "/rows").at("/rows/items/0/figures");
        assertThat(first.findValuesAsString("value")).containsExactly("38", "7", "2450");
        assertThat(first.at("/1/share").asDouble()).isEqualTo(0.7);
        assertThat(json(county, "/" + villages + "/rows")
                        .at("/rows/items/0/figures/1/target/reached")
                        .asDouble())
                .isEqualTo(0.875);
    }

    @Test
    void whatHasMovedOrEndedHasTheFiguresOfThen() {
        facts();
        land.move(village, second);
        land.say(land.ended(third));
        long villages = made(county, "VILLAGE", true);

        assertSameAsFigures(county, villages, NOW, other, village);
        assertSameAsFigures(county, villages, NOW.minusMonths(1), other, village, third);
        assertSameAsFigures(second, villages, NOW.minusMonths(1), village, third);
    }

    @Test
    void rowsGoOnWhereThePageBeforeEnded() {
        long id = made(county, "VILLAGE", false);
        var found = new ArrayList<Long>();
        String cursor = "";
        do {
            String path = "/" + id + "/rows?limit=1" + cursor;
            found.addAll(units(county, path));
            var after = json(county, path).at("/rows/next");
            cursor = after.isNull() ? "" : "&cursor=" + after.asString();
        } while (!cursor.isEmpty());

        assertThat(found).containsExactly(village, other, third);
    }

    @Test
    void theFileHasTheSameRowsAndSaysWhatItIs() {
        facts();
        long id = make(county, asking("=1+1 台账", MEASURES, "VILLAGE", false))
                .json()
                .path("id")
                .asLong();

        var file = get(county, "/" + id + "/export?format=CSV&month=" + NOW);

        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        List<CsvRecord> lines;
        try (var csv = CsvReader.builder().ofCsvRecord(file.body().substring(1))) {
            lines = csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(lines.getFirst().getFields()).startsWith("台账", "'=1+1 台账");
        assertThat(lines.get(1).getFields()).startsWith("单位", "虚" + county);
        assertThat(lines.get(2).getField(1)).startsWith(NOW.toString());
        assertThat(lines.get(3).getField(1)).startsWith(NOW + "-01 12:00:00");
        assertThat(lines.get(4).getField(1)).startsWith("account:");
        assertThat(lines.get(5).getField(1))
                .startsWith(LocalDate.now(Land.BEIJING).toString());
        assertThat(lines.get(6).getFields()).contains("党组织代码", "党员数（人）", "已覆盖对象数占比", "实收党费（分）");
        var rows = json(county, "/" + id + "/rows").at("/rows/items");
        assertThat(lines).hasSize(7 + rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.path(i);
            var figures = row.path("figures");
            assertThat(lines.get(7 + i).getFields())
                    .containsExactly(
                            row.path("code").asString(),
                            row.path("name").asString(),
                            figures.at("/0/value").asString(),
                            "",
                            "",
                            figures.at("/1/value").asString(),
                            decimal(figures.at("/1/share")),
                            decimal(figures.at("/1/target/rate")),
                            decimal(figures.at("/1/target/reached")),
                            figures.at("/2/value").asString(),
                            decimal(figures.at("/2/share")),
                            "",
                            "");
        }
        var excel = get(county, "/" + id + "/export?format=XLSX");
        assertThat(excel.status()).isEqualTo(200);
        assertThat(excel.header("Content-Type")).contains("spreadsheetml");
        assertThat(excel.body()).startsWith("PK");
    }

    private static String decimal(JsonNode number) {
        return number.isNumber() ? number.decimalValue().setScale(4).toPlainString() : "";
    }

    @Test
    void monthsToComeAndOtherFilesAreRefused() {
        long id = made(county, "VILLAGE", false);
        String month = "month=" + NOW.plusMonths(1);

        assertThat(get(county, "/" + id + "/rows?" + month).problem()).isEqualTo("figure.month-to-come");
        assertThat(get(county, "/" + id + "/export?format=CSV&" + month).problem())
                .isEqualTo("figure.month-to-come");
        assertThat(get(county, "/" + id + "/export?format=PDF").status()).isEqualTo(400);
        assertThat(get(county, "/" + id + "/rows?cursor=nowhere").problem()).isEqualTo("cursor.invalid");
    }

    @Test
    void aLedgerWithTooManyRowsIsNoFile(
            @Autowired LedgerRows rows,
            @Autowired LedgerUnitQueries units,
            @Autowired Directory directory,
            @Autowired Days days) {
        var export = new LedgerExport(rows, units, directory, days, new LedgerSettings(2));
        var scope = Scope.subtree(land.path(county));

        assertThatCode(() -> export.requireFew(Tier.TOWNSHIP, NOW.atDay(1), scope))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> export.requireFew(Tier.VILLAGE, NOW.atDay(1), scope))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ledger.too-many-rows");
    }
}
