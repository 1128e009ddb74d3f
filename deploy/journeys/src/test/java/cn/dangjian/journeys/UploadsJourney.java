package cn.dangjian.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One account sends four small files at once of which each is very large inside: they are refused, and nobody else notices. */
class UploadsJourney {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_ONCE = 4;

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    /** As many texts as fit, of which the header names one, and more than that. */
    @ParameterizedTest
    @CsvSource({"900000, intake.column-unknown", "1390000, sheet.too-large-inside"})
    void outlivesFourFilesAtOnceWithVeryManyTexts(int texts, String refusal) {
        var file = workbook(texts);
        assertThat(file).hasSizeLessThan(100_000);
        String township = people.token("TOWNSHIP");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send(township, file), senders))
                    .limit(AT_ONCE)
                    .toList();
            var answers = sent.stream().map(CompletableFuture::join).toList();

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.toString()).isIn(422, 503);
                assertThat(answer.problem()).isEqualTo(answer.status() == 503 ? "sheet.busy" : refusal);
            });
            assertThat(answers).anyMatch(answer -> answer.status() == 422);
        }
        assertThat(house.service("organization").isAlive()).isTrue();
        var units = api.get("/organization/v1/units").as(township).send();
        assertThat(units.status()).as(units.toString()).isEqualTo(200);
    }

    private Api.Answer send(String township, byte[] file) {
        return api.post("/organization/v1/intakes?what=REGISTER", file)
                .contentType(XLSX)
                .as(township)
                .key()
                .send();
    }

    private static byte[] workbook(int texts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst>".getBytes(UTF_8));
            var some = "<si><t>x</t></si>".repeat(1000).getBytes(UTF_8);
            for (int i = 0; i < texts; i += 1000) zip.write(some);
            zip.write("</sst>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("""
                <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>\
                """.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
