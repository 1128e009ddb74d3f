package cn.dangjian.platform.directory.sector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * 领域: the fields of grassroots Party work (农村、社区、机关、国企、“两新”、学校、医院). A unit stands in the one that {@code
 * sectors.properties} names for its kind; what no row names stands in {@link #OTHER}, as committees of territories do.
 */
public enum Sector {
    /** 农村. */
    VILLAGE("农村"),
    /** 社区. */
    COMMUNITY("社区"),
    /** 机关. */
    AGENCY("机关"),
    /** 国有企业. */
    STATE_FIRM("国企"),
    /** 新经济组织、新社会组织. */
    NEW_ORGANIZATION("两新"),
    /** 学校. */
    SCHOOL("学校"),
    /** 医院. */
    HOSPITAL("医院"),
    /** 其他: of no single field. */
    OTHER("其他");

    private static final Map<String, Sector> BY_KIND = read();

    private final String term;

    Sector(String term) {
        this.term = term;
    }

    /** What people call it. */
    public String term() {
        return term;
    }

    /** Where units of a kind stand. */
    public static Sector of(String kind) {
        return BY_KIND.getOrDefault(kind, OTHER);
    }

    /** The kinds that stand in this one. */
    public List<String> kinds() {
        return BY_KIND.entrySet().stream()
                .filter(row -> row.getValue() == this)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The one of this name. */
    public static Optional<Sector> find(String name) {
        return Arrays.stream(values())
                .filter(sector -> sector.name().equals(name))
                .findFirst();
    }

    /** All kinds that stand in one, in the order of their names. */
    public static List<String> allKinds() {
        return List.copyOf(BY_KIND.keySet());
    }

    private static Map<String, Sector> read() {
        var rows = new Properties();
        var file = Objects.requireNonNull(Sector.class.getResourceAsStream("/rules/sectors.properties"));
        try (var reader = new InputStreamReader(file, UTF_8)) {
            rows.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sectors = new TreeMap<String, Sector>();
        rows.forEach((kind, sector) -> sectors.put((String) kind, valueOf((String) sector)));
        return sectors;
    }
}
