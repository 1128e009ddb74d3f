package cn.dangjian.statistics.figure.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.platform.directory.Tier;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 指标目录: all measures, from {@code rules/measures.csv}, and where their facts are looked at. */
@Component
public class Catalogue {

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();

    Catalogue() {
        for (var row : read("measures.csv")) measures.put(row.getField("code"), measure(row));
        for (var row : read("sources.csv")) links.put(row.getField("type"), row.getField("link"));
    }

    public List<Measure> all() {
        return List.copyOf(measures.values());
    }

    public Optional<Measure> find(String code) {
        return Optional.ofNullable(measures.get(code));
    }

    /** @throws IllegalArgumentException if no row of the catalogue has this code */
    public Measure get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No measure " + code));
    }

    public List<Measure> headlines(Tier tier) {
        return all().stream().filter(measure -> measure.tiers().contains(tier)).toList();
    }

    public List<Measure> alerts() {
        return all().stream().filter(Measure::alert).toList();
    }

    /** These measures, and those of which they are a part. */
    public List<Measure> withWholes(Collection<Measure> some) {
        var codes = new LinkedHashMap<String, Measure>();
        for (var measure : some) {
            codes.put(measure.code(), measure);
            var whole = measure.shareOf();
            if (whole != null) codes.put(whole, get(whole));
        }
        return List.copyOf(codes.values());
    }

    /** Where the fact of an event of this type is looked at, with places to fill in; null if nowhere. */
    public @Nullable String link(String type) {
        return links.get(type);
    }

    private static Measure measure(NamedCsvRecord row) {
        return new Measure(
                row.getField("code"),
                row.getField("name"),
                row.getField("name_en"),
                row.getField("definition"),
                row.getField("counted_in"),
                Kind.valueOf(row.getField("kind")),
                orNull(row.getField("margin")),
                row.getField("source"),
                orNull(row.getField("share_of")),
                row.getField("article"),
                Arrays.stream(row.getField("tiers").split("\\|", -1))
                        .filter(tier -> !tier.isEmpty())
                        .map(Tier::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getField("alert").equals("1"),
                row.getField("people").equals("1"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<NamedCsvRecord> read(String file) {
        var stream = Objects.requireNonNull(Catalogue.class.getResourceAsStream("/rules/" + file), file);
        try (var csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(stream, UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
